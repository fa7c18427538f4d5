"use client";

import { Archive, Copy, Users } from "lucide-react";
import { useFormatter } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { SegmentedControl } from "@/components/ui/actions/segmented-control";
import { DataTable } from "@/components/ui/data-table/data-table";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import { useTableState } from "@/components/ui/data-table/use-table-state";
import { DateTime } from "@/components/ui/display/date-time";
import { StatusPill, type StatusTone } from "@/components/ui/display/status-pill";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { toast } from "@/components/ui/feedback/toast";
import { MenuItem } from "@/components/ui/overlays/menu";
import { Specimen } from "./specimen";

type Item = {
  id: string;
  name: string;
  status: StatusTone;
  audience: number;
  rate: number;
  createdAt: string;
};

const statuses = ["idle", "waiting", "active", "done", "paused", "failed"] as const;
const names = [
  "Bahar kampanyası",
  "Sepetini unutma",
  "Weekend offer",
  "İlk sipariş indirimi",
  "Çok satanlar",
  "Restock",
];

function makeItems(start: number): Item[] {
  return Array.from({ length: 60 }, (_, position) => ({
    id: `item-${position}`,
    name: `${names[position % names.length]} ${position + 1}`,
    status: statuses[(position * 7) % statuses.length] ?? "idle",
    audience: (position * 7919) % 48_000,
    rate: ((position * 37) % 100) / 100,
    createdAt: new Date(start - position * 13 * 3_600_000).toISOString(),
  }));
}

export function TableSpecimens({ moment }: { moment: string }) {
  const format = useFormatter();
  const [condition, setCondition] = useState<"rows" | "pending" | "empty" | "error">("rows");
  const state = useTableState({
    filters: { status: statuses },
    defaultSort: "-createdAt",
    paging: "page",
    pageSize: 10,
  });
  const items = condition === "empty" ? [] : makeItems(new Date(moment).getTime());
  const found = items.filter(
    (item) =>
      item.name.toLowerCase().includes(state.search.toLowerCase()) &&
      (state.filters.status?.includes(item.status as (typeof statuses)[number]) ?? true),
  );
  const start = (state.page - 1) * state.pageSize;
  const data = found.slice(start, start + state.pageSize);

  const columns: TableColumn<Item>[] = [
    { id: "name", header: "Name", primary: true, sortable: true, cell: (item) => item.name },
    {
      id: "status",
      header: "Status",
      card: "aside",
      cell: (item) => <StatusPill status={item.status}>{item.status}</StatusPill>,
    },
    {
      id: "audience",
      header: "Audience",
      align: "end",
      sortable: true,
      cell: (item) => format.number(item.audience),
    },
    { id: "rate", header: "Opened", align: "end", cell: (item) => format.number(item.rate, "percent") },
    {
      id: "createdAt",
      header: "Created",
      sortable: true,
      cell: (item) => <DateTime value={item.createdAt} />,
    },
    {
      id: "id",
      header: "ID",
      hidden: true,
      cell: (item) => <span className="font-mono text-xs">{item.id}</span>,
    },
  ];

  return (
    <Specimen title="Data table">
      <SegmentedControl
        label="Condition"
        value={condition}
        onValueChange={setCondition}
        segments={(["rows", "pending", "empty", "error"] as const).map((value) => ({ value, label: value }))}
      />
      <div className="w-full">
        <DataTable
          tableId="gallery"
          label="Items"
          columns={columns}
          state={state}
          query={{
            data: {
              data,
              hasMore: start + data.length < found.length,
              nextCursor: null,
              total: found.length,
            },
            isPending: condition === "pending",
            isError: condition === "error",
            refetch: () => setCondition("rows"),
          }}
          rowId={(item) => item.id}
          rowName={(item) => item.name}
          rowHref={(item) => `/dev/ui?open=${item.id}`}
          filters={[
            { id: "status", label: "Status", options: statuses.map((value) => ({ value, label: value })) },
          ]}
          rowMenu={() => (
            <>
              <MenuItem icon={<Copy aria-hidden />}>Duplicate</MenuItem>
              <MenuItem icon={<Archive aria-hidden />}>Archive</MenuItem>
            </>
          )}
          bulkActions={({ count, clear }) => (
            <Button
              icon={<Archive />}
              onClick={() => {
                toast.success(`Archived ${count}`);
                clear();
              }}
            >
              Archive
            </Button>
          )}
          canSelectMatching
          empty={
            <EmptyState
              icon={<Users aria-hidden />}
              title="Nothing yet"
              description="Import or create the first one."
              actions={<Button variant="primary">Create</Button>}
            />
          }
        />
      </div>
    </Specimen>
  );
}
