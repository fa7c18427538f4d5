import { describe, expect, it } from "vitest";
import type { Channel } from "@/lib/domain/channels/channel";
import { compileContent } from "./compile-content";
import { contactVariables } from "./contact-variables";
import { type Content, emptyContent } from "./content";

const variables = contactVariables({
  contact: {
    externalId: "u-7",
    firstName: "Ayşe",
    lastName: "Yılmaz",
    locale: "tr",
    country: "TR",
    city: "Muğla",
    attributes: { plan: "pro", name: "other", email: "taken@example.com", evil: "javascript:alert(1)" },
  },
  email: "ayse@example.com",
  phone: "+905321234567",
  workspaceName: "Bahar & Co",
  unsubscribeUrl: "https://u.example/x?a=1&b=2",
});

const render = (words: Partial<Content>, channel: Channel, scope = variables) =>
  compileContent({ ...emptyContent, language: "tr", ...words }, channel).render(scope);

describe("a rendered message", () => {
  it("knows every variable, attributes also at the top where the name is free", () => {
    const title =
      "{{ name }}|{{ first_name }}|{{ city }}|{{ plan }}|{{ attributes.plan }}|{{ attributes.name }}|{{ email }}";
    expect(compileContent({ ...emptyContent, title }, "in_app").render(variables).title).toBe(
      "Ayşe Yılmaz|Ayşe|Muğla|pro|pro|other|ayse@example.com",
    );
  });

  it("puts words into its own language's capitals, and leaves addresses and data as machines write them", () => {
    const upper = "{{ v | upcase }}";
    const words = {
      title: upper,
      body: upper,
      deepLink: `https://x.example/${upper}`,
      data: { code: upper },
    };
    const actions = [{ id: "a", title: upper, url: `https://x.example/${upper}` }];
    const inLanguage = (language: string) =>
      render({ ...words, actions, language }, "app_push", { v: "indirim" });
    expect(inLanguage("tr")).toMatchObject({
      title: "İNDİRİM",
      body: "İNDİRİM",
      deepLink: "https://x.example/INDIRIM",
      actions: [{ id: "a", title: "İNDİRİM", url: "https://x.example/INDIRIM" }],
      data: { code: "INDIRIM" },
    });
    expect(inLanguage("en")).toMatchObject({ title: "INDIRIM", body: "INDIRIM" });
    const email = render({ title: upper, html: `<p>${upper}</p>`, language: "tr" }, "email", {
      v: "indirim",
    });
    expect(email.html).toContain("<p>İNDİRİM</p>");
    expect(email.body).toContain("İNDİRİM");
  });

  it("is the same object for everybody when nothing in it is personal", () => {
    const compiled = compileContent({ ...emptyContent, title: "A", body: "B" }, "web_push");
    expect(compiled.isPersonal).toBe(false);
    expect(compiled.render(variables)).toBe(compiled.render({}));
  });

  it("puts no line break into a title, whatever a name brings along", () => {
    const { title } = render({ title: "Merhaba {{ n }}" }, "email", {
      n: "Ayşe\r\nBcc: all@example.com\u2028x\u0000",
    });
    expect(title).toBe("Merhaba Ayşe Bcc: all@example.com x");
  });

  it("leaves out a link or picture that a variable turned into something harmful", () => {
    const link = (deepLink: string, scope = variables) => render({ deepLink }, "app_push", scope).deepLink;
    expect(link("{{ evil }}")).toBe("");
    expect(link("{{ l }}", { l: "java\nscript:alert(1)" })).toBe("");
    expect(link("{{ l }}", { l: "//evil.example" })).toBe("");
    expect(link("{{ l }}", { l: "DATA:text/html,x" })).toBe("");
    expect(link("myapp://cart/{{ plan }}")).toBe("myapp://cart/pro");
    expect(link('https://x.example/?n={{ name }}"')).toBe("https://x.example/?n=Ayşe%20Yılmaz%22");
    expect(render({ imageUrl: "http://x.example/a.png" }, "web_push").imageUrl).toBe("");
    expect(render({ imageUrl: "https://x.example/a.png" }, "web_push").imageUrl).toBe(
      "https://x.example/a.png",
    );
  });

  it("cuts a push text that a long name made too long, at whole characters", () => {
    const { title } = render({ title: "{{ n }}" }, "app_push", { n: "👩‍👩‍👧‍👦".repeat(70) });
    expect(title).toBe(`${"👩‍👩‍👧‍👦".repeat(64)}…`);
    expect(render({ title: "{{ n }}" }, "app_push", { n: "👩‍👩‍👧‍👦".repeat(65) }).title).toBe(
      "👩‍👩‍👧‍👦".repeat(65),
    );
  });

  it("uses the subtitle as the text where the body is empty", () => {
    expect(render({ title: "t", subtitle: "s" }, "app_push")).toMatchObject({ subtitle: "", body: "s" });
    expect(render({ title: "t", subtitle: "s", body: "b" }, "app_push")).toMatchObject({
      subtitle: "s",
      body: "b",
    });
  });

  it("escapes for Telegram and keeps the headline bold", () => {
    const { html } = render({ title: "{{ t }}", body: "1 < 2 & {{ t }}" }, "telegram", { t: "<b>x" });
    expect(html).toBe("<b>&lt;b&gt;x</b>\n\n1 &lt; 2 &amp; &lt;b&gt;x");
  });
});

describe("a rendered e-mail", () => {
  const script = {
    n: "<script>alert(1)</script>",
    workspace: { name: "W" },
    unsubscribe_url: "https://u.example",
  };

  it("never carries markup from a variable, in either way of writing it", () => {
    const written = render(
      { title: "t", subtitle: "{{ n }}", html: '<body><p title="{{ n }}">{{ n }}</p></body>' },
      "email",
      script,
    );
    const derived = render({ title: "t", subtitle: "{{ n }}", body: "{{ n }}" }, "email", script);
    for (const { html } of [written, derived]) {
      expect(html).not.toContain("<script");
      expect(html).toContain("&lt;script&gt;");
    }
  });

  it("makes the page from the text: paragraphs, breaks and links", () => {
    const { html } = render(
      { title: "t", body: "Bir <b>\nsatır\n\nİki https://x.example/a?b=1&c=2." },
      "email",
    );
    expect(html).toContain("Bir &lt;b&gt;<br>satır</p>");
    expect(html).toContain('<a href="https://x.example/a?b=1&amp;c=2" style="color:#2563eb">');
  });

  it("makes the plain text from the page, links included", () => {
    const html =
      '<html><head><title>x</title><style>p{}</style></head><body><h1>Merhaba {{ first_name }}</h1><p>A&nbsp;&amp; B<br>C</p><ul><li>bir</li></ul><a href="{{ unsubscribe_url }}">Çık</a></body></html>';
    expect(render({ title: "t", html }, "email").body).toBe(
      "Merhaba Ayşe\n\nA & B\nC\n\n- bir\nÇık (https://u.example/x?a=1&b=2)",
    );
  });

  it("adds an unsubscribe link to marketing that has none, before the end of the page, and to nothing else", () => {
    const page = "<body><p>x</p></body>";
    const added = render({ title: "t", html: page }, "email");
    expect(added.html).toMatch(
      /<p>x<\/p><p style=.*href="https:\/\/u\.example\/x\?a=1&amp;b=2".*Abonelikten çık<\/a><\/p><\/body>$/,
    );
    expect(added.html).toContain("Bahar &amp; Co");
    expect(added.body).toContain("https://u.example/x?a=1&b=2");
    const own = "<body><a href='{{ unsubscribe_url }}'>x</a></body>";
    expect(render({ title: "t", html: own }, "email").html.match(/u\.example/g)).toHaveLength(1);
    const content = { ...emptyContent, title: "t", html: page };
    expect(compileContent(content, "email", { category: "transactional" }).render(variables).html).toBe(page);
  });

  it("hides the preview line at the top of the page", () => {
    const { html } = render({ title: "t", subtitle: "Önizleme", html: "<body class='a'>x</body>" }, "email");
    expect(html).toMatch(/^<body class='a'><div data-preheader style="display:none[^>]*>Önizleme<\/div>x/);
  });
});
