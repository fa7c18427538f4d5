/** One sentence below the other. */
export function Lines({ texts }: { texts: readonly string[] }) {
  return texts.map((text) => (
    <span key={text} className="block break-words">
      {text}
    </span>
  ));
}
