/** A code as it is printed. */
export const CodeText = ({ children }: { children: string }) => (
  <code className="break-all font-mono text-xs" translate="no">
    {children}
  </code>
);
