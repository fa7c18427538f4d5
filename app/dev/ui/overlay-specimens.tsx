"use client";

import { Archive, Copy, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { toast } from "@/components/ui/feedback/toast";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { ConfirmDialog } from "@/components/ui/overlays/confirm-dialog";
import { Dialog, DialogClose } from "@/components/ui/overlays/dialog";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import { MenuCheckboxItem, MenuGroup, MenuSeparator } from "@/components/ui/overlays/menu-group";
import { Popover } from "@/components/ui/overlays/popover";
import { Sheet } from "@/components/ui/overlays/sheet";
import { Tooltip } from "@/components/ui/overlays/tooltip";
import { Specimen } from "./specimen";

export function OverlaySpecimens() {
  const [pinned, setPinned] = useState(true);
  return (
    <Specimen title="Overlays">
      <Dialog
        title="Rename"
        description="The new name is shown everywhere at once."
        trigger={<Button>Dialog</Button>}
        footer={
          <>
            <DialogClose render={<Button>Cancel</Button>} />
            <DialogClose render={<Button variant="primary">Rename</Button>} />
          </>
        }
      >
        <Field label="Name">
          <Input defaultValue="Bahar kampanyası" />
        </Field>
      </Dialog>
      <ConfirmDialog
        title="Delete 12,480 people?"
        description="Their history goes too. This cannot be undone."
        confirmLabel="Delete 12,480 people"
        typedConfirmation="12480"
        trigger={<Button>Confirm</Button>}
        onConfirm={() => void toast.success("Deleted")}
      />
      <Sheet title="Ayşe Yılmaz" description="ayse@example.com" trigger={<Button>Sheet</Button>}>
        Details beside the list.
      </Sheet>
      <Sheet side="bottom" title="Filters" trigger={<Button>Bottom sheet</Button>}>
        For phones.
      </Sheet>
      <Popover title="Share" withTitle trigger={<Button>Popover</Button>}>
        <p className="text-muted-foreground text-sm">Anything small that needs a person's attention.</p>
      </Popover>
      <Menu trigger={<Button>Menu</Button>} align="start">
        <MenuItem icon={<Pencil aria-hidden />} shortcut="e">
          Rename
        </MenuItem>
        <MenuItem icon={<Copy aria-hidden />}>Duplicate</MenuItem>
        <MenuSeparator />
        <MenuGroup label="Show">
          <MenuCheckboxItem checked={pinned} onCheckedChange={setPinned}>
            Pinned
          </MenuCheckboxItem>
        </MenuGroup>
        <MenuSeparator />
        <MenuItem icon={<Trash2 aria-hidden />} danger>
          Delete
        </MenuItem>
      </Menu>
      <Tooltip content="Explains in a few words" shortcut="mod+k">
        <Button>Tooltip</Button>
      </Tooltip>
      <Button
        icon={<Archive />}
        onClick={() =>
          toast.success("Archived “Bahar kampanyası”", {
            action: { label: "Undo", onClick: () => toast.info("Restored") },
          })
        }
      >
        Toast with undo
      </Button>
      <Button
        onClick={() => toast.error("Could not send", { description: "The provider refused the credential." })}
      >
        Error toast
      </Button>
    </Specimen>
  );
}
