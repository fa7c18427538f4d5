const browsers = [
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
  "Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
];

/** An address of those reserved for documentation, and a browser. */
export const demoTrace = (random: () => number) => ({
  ip: `${random() < 0.5 ? "203.0.113" : "198.51.100"}.${1 + Math.floor(random() * 254)}`,
  userAgent: browsers[Math.floor(random() * browsers.length)] ?? "",
});
