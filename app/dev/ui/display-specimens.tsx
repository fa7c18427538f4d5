"use client";

import { Avatar } from "@/components/ui/display/avatar";
import { Badge } from "@/components/ui/display/badge";
import { Card } from "@/components/ui/display/card";
import { CodeBlock } from "@/components/ui/display/code-block";
import { DateTime } from "@/components/ui/display/date-time";
import { DescriptionList } from "@/components/ui/display/description-list";
import { Kbd } from "@/components/ui/display/kbd";
import { Separator } from "@/components/ui/display/separator";
import { StatusPill } from "@/components/ui/display/status-pill";
import { Breadcrumb } from "@/components/ui/navigation/breadcrumb";
import { Pagination } from "@/components/ui/navigation/pagination";
import { Tabs } from "@/components/ui/navigation/tabs";
import { Specimen } from "./specimen";

const channels = ["app-push", "web-push", "sms", "email", "whatsapp", "telegram", "in-app"];
const sample = `curl -H "Authorization: Bearer $KEY" \\\n  https://example.com/api/v1/campaigns?limit=3`;

export function DisplaySpecimens({ moment }: { moment: string }) {
  return (
    <>
      <Specimen title="Badges, pills, people">
        {(["neutral", "brand", "success", "warning", "danger", "info"] as const).map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
        <Separator orientation="vertical" className="h-5" />
        <StatusPill status="idle">Draft</StatusPill>
        <StatusPill status="waiting">Scheduled</StatusPill>
        <StatusPill status="active">Sending</StatusPill>
        <StatusPill status="done">Sent</StatusPill>
        <StatusPill status="paused">Paused</StatusPill>
        <StatusPill status="failed">Failed</StatusPill>
        <StatusPill status="stopped">Cancelled</StatusPill>
        {["Ayşe Yılmaz", "İpek Işık", "Jo", "Çağrı Öz"].map((name) => (
          <Avatar key={name} name={name} />
        ))}
        <Avatar name="Acme" square size="lg" />
        <Kbd keys="mod+k" />
        <Kbd keys="g c" />
      </Specimen>
      <Specimen title="Channel colours">
        {channels.map((channel) => (
          <span key={channel} className="text-sm" style={{ color: `var(--channel-${channel})` }}>
            ● {channel}
          </span>
        ))}
      </Specimen>
      <Specimen title="Card, list, code">
        <Card title="Delivery" description="What the provider answered." className="w-full md:w-96">
          <DescriptionList
            items={[
              { term: "Channel", detail: "Web push" },
              { term: "Sent", detail: <DateTime value={moment} /> },
              { term: "Exact", detail: <DateTime value={moment} display="dateTime" /> },
              { term: "Attempts", detail: "1" },
            ]}
          />
        </Card>
        <CodeBlock title="Shell" code={sample} className="w-full md:w-120" />
      </Specimen>
      <Specimen title="Navigation">
        <div className="w-full space-y-6">
          <Breadcrumb crumbs={[{ label: "Campaigns", href: "/dev/ui" }, { label: "Bahar kampanyası" }]} />
          <Tabs
            label="Sections"
            tabs={[
              { value: "all", label: "All", count: 60, content: "Everything." },
              { value: "live", label: "Live", count: 2, content: "Now sending." },
              { value: "drafts", label: "Drafts", content: "Not yet." },
            ]}
          />
          <Pagination
            hasPrevious={false}
            hasNext
            onPrevious={() => {}}
            onNext={() => {}}
            range={{ from: 1, to: 25, total: 5012 }}
            pageSize={25}
            onPageSizeChange={() => {}}
          />
        </div>
      </Specimen>
    </>
  );
}
