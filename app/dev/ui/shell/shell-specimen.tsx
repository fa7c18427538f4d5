"use client";

import { Plus } from "lucide-react";
import { Suspense } from "react";
import { AppShell } from "@/components/layout/app-shell";
import { PageHeader } from "@/components/layout/page-header";
import { TaskTray } from "@/components/layout/task-tray";
import { Button } from "@/components/ui/actions/button";
import { StatusPill } from "@/components/ui/display/status-pill";
import { ChartSpecimens } from "../chart-specimens";
import { TableSpecimens } from "../table-specimens";

const workspaces = [
  { id: "1", name: "Kuzey Market", slug: "dev", role: "owner", timeZone: "Europe/Istanbul" },
  { id: "2", name: "Northwind", slug: "northwind", role: "member", timeZone: "Europe/London" },
] as const;

export function ShellSpecimen({ moment }: { moment: string }) {
  return (
    <AppShell
      user={{ name: "Ayşe Yılmaz", email: "ayse@demo.local" }}
      workspace={workspaces[0]}
      workspaces={workspaces}
      signOut={async () => {}}
      find={async () => []}
      tasks={
        <TaskTray
          tasks={[
            {
              id: "a",
              title: "Import kişiler.csv",
              status: "running",
              done: 8412,
              total: 20_000,
              startedAt: moment,
            },
            {
              id: "b",
              title: "Export contacts",
              status: "done",
              startedAt: moment,
              result: { label: "Download", href: "/dev/ui" },
            },
            { id: "c", title: "Bahar kampanyası", status: "failed", startedAt: moment, href: "/dev/ui" },
          ]}
        />
      }
    >
      <PageHeader
        title="Bahar kampanyası"
        description="Everything about one thing."
        crumbs={[{ label: "Campaigns", href: "/dev/ui" }]}
        badge={<StatusPill status="active">Sending</StatusPill>}
        actions={
          <>
            <Button>Duplicate</Button>
            <Button variant="primary" icon={<Plus />}>
              New campaign
            </Button>
          </>
        }
      />
      <Suspense>
        <TableSpecimens moment={moment} />
      </Suspense>
      <ChartSpecimens moment={moment} />
    </AppShell>
  );
}
