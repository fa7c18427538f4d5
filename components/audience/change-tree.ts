import type { AudienceNode, GroupNode } from "./audience-node";

/** The tree with one node changed, or gone where `change` gives undefined. */
export function changeNode(
  group: GroupNode,
  id: string,
  change: (node: AudienceNode) => AudienceNode | undefined,
): GroupNode {
  const children = group.children.flatMap((child) => {
    if (child.id === id) return change(child) ?? [];
    return child.kind === "group" ? changeNode(child, id, change) : child;
  });
  return { ...group, children };
}

export const removeNode = (root: GroupNode, id: string): GroupNode => changeNode(root, id, () => undefined);

export function addNode(root: GroupNode, groupId: string, added: AudienceNode): GroupNode {
  const add = (group: GroupNode): GroupNode => ({ ...group, children: [...group.children, added] });
  if (root.id === groupId) return add(root);
  return changeNode(root, groupId, (node) => (node.kind === "group" ? add(node) : node));
}

type Place = { parent: GroupNode; position: number };

function findPlace(group: GroupNode, id: string): Place | undefined {
  const position = group.children.findIndex((child) => child.id === id);
  if (position >= 0) return { parent: group, position };
  for (const child of group.children) {
    const place = child.kind === "group" ? findPlace(child, id) : undefined;
    if (place) return place;
  }
  return undefined;
}

function insertAt(root: GroupNode, groupId: string, position: number, node: AudienceNode): GroupNode {
  const insert = (group: GroupNode): GroupNode => ({
    ...group,
    children: group.children.toSpliced(position, 0, node),
  });
  if (root.id === groupId) return insert(root);
  return changeNode(root, groupId, (entry) => (entry.kind === "group" ? insert(entry) : entry));
}

/**
 * One step up or down as a reader would see it: past a condition, into a neighbouring group, out of its own group at
 * the edge. The same tree where there is nowhere to go.
 */
export function moveNode(root: GroupNode, id: string, direction: "up" | "down"): GroupNode {
  const place = findPlace(root, id);
  const node = place?.parent.children[place.position];
  if (!place || !node) return root;
  const { parent, position } = place;
  const neighbour = parent.children[direction === "up" ? position - 1 : position + 1];
  const without = removeNode(root, id);
  if (neighbour?.kind === "group") {
    const end = direction === "up" ? neighbour.children.length : 0;
    return insertAt(without, neighbour.id, end, node);
  }
  if (neighbour) return insertAt(without, parent.id, position + (direction === "up" ? -1 : 1), node);
  const outer = findPlace(root, parent.id);
  if (!outer) return root;
  return insertAt(without, outer.parent.id, outer.position + (direction === "up" ? 0 : 1), node);
}
