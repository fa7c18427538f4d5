"use client";

import { LayoutGrid, List, Plus, Settings, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { CopyButton } from "@/components/ui/actions/copy-button";
import { IconButton } from "@/components/ui/actions/icon-button";
import { SegmentedControl } from "@/components/ui/actions/segmented-control";
import { Specimen } from "./specimen";

export function ActionSpecimens() {
  const [layout, setLayout] = useState<"grid" | "list">("grid");
  return (
    <>
      <Specimen title="Button">
        <Button variant="primary" icon={<Plus />}>
          New item
        </Button>
        <Button>Secondary</Button>
        <Button variant="ghost">Ghost</Button>
        <Button variant="danger" icon={<Trash2 />}>
          Delete 12 items
        </Button>
        <Button variant="link">Link</Button>
        <Button variant="primary" loading>
          Saving
        </Button>
        <Button disabled>Disabled</Button>
        <Button size="sm">Small</Button>
        <Button size="lg" variant="primary">
          Large
        </Button>
        <ButtonLink href="/dev/ui">Navigates</ButtonLink>
      </Specimen>
      <Specimen title="Icon button, copy button, segmented control">
        <IconButton icon={<Settings />} label="Settings" shortcut="g s" />
        <IconButton icon={<Trash2 />} label="Delete" variant="secondary" />
        <CopyButton value="cmp_018f" label="Copy id" />
        <CopyButton value="cmp_018f" label="Copy id" withText />
        <SegmentedControl
          label="Layout"
          value={layout}
          onValueChange={setLayout}
          segments={[
            { value: "grid", label: "Grid", icon: <LayoutGrid aria-hidden /> },
            { value: "list", label: "List", icon: <List aria-hidden /> },
          ]}
        />
      </Specimen>
    </>
  );
}
