import { useQuery } from "@tanstack/react-query";
import { type Find, findsOptions } from "@/components/layout/api";
import { findPathOfId } from "@/components/layout/navigation";
import { useShell } from "@/components/layout/shell-context";
import { useSettled } from "@/lib/browser/use-settled";

const lettersMin = 2;

/** What the workspace holds under the text typed so far; never what an earlier text found. */
export function usePaletteFinds(text: string): { finds: Find[]; isSearching: boolean } {
  const { workspace, find } = useShell();
  const wanted = text.trim();
  const isSettled = useSettled(wanted) === wanted;
  const isSearchable = wanted.length >= lettersMin && !findPathOfId(wanted);
  const { data, isLoading } = useQuery({
    ...findsOptions(workspace.slug, wanted, find),
    enabled: isSearchable && isSettled,
  });
  return { finds: data ?? [], isSearching: isSearchable && (!isSettled || isLoading) };
}
