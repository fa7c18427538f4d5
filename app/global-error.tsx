"use client";

import "./globals.css";

/** The layout itself failed: no messages and no providers are left, so it speaks both languages. */
export default function GlobalError({ reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en" data-theme="system">
      <body>
        <main className="grid min-h-dvh place-items-center p-6 text-center">
          <div>
            <h1 className="font-semibold text-xl">Something went wrong</h1>
            <p lang="tr" className="text-muted-foreground">
              Bir sorun oluştu
            </p>
            <button
              type="button"
              onClick={reset}
              className="mt-4 h-9 rounded-md bg-primary px-4 font-medium text-primary-foreground text-sm"
            >
              Try again · <span lang="tr">Yeniden dene</span>
            </button>
          </div>
        </main>
      </body>
    </html>
  );
}
