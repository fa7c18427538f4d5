"use client";

import { BarChart } from "@/components/charts/bar-chart";
import { DonutChart } from "@/components/charts/donut-chart";
import { FunnelChart } from "@/components/charts/funnel-chart";
import { StatCard } from "@/components/charts/stat-card";
import { TimeSeriesChart } from "@/components/charts/time-series-chart";
import { Specimen } from "./specimen";

const dayMillis = 86_400_000;
const series = [
  { key: "push", label: "App push", color: "var(--channel-app-push)" },
  { key: "sms", label: "SMS", color: "var(--channel-sms)" },
  { key: "email", label: "E-mail", color: "var(--channel-email)" },
];

export function ChartSpecimens({ moment }: { moment: string }) {
  const points = Array.from({ length: 30 }, (_, day) => ({
    label: new Date(new Date(moment).getTime() - (29 - day) * dayMillis).toISOString(),
    values: {
      push: Math.round(3200 + 1400 * Math.sin(day / 3.2) + day * 90),
      sms: Math.round(1500 + 600 * Math.cos(day / 4)),
      email: Math.round(900 + 500 * Math.sin(day / 2.1 + 1)),
    },
  }));
  return (
    <Specimen title="Charts">
      <div className="grid w-full gap-4 lg:grid-cols-2">
        <TimeSeriesChart
          title="Sent over time"
          description="By channel, last 30 days"
          points={points}
          series={series}
          shape="stacked"
        />
        <TimeSeriesChart title="Opened" points={points} series={series} shape="line" />
        <BarChart
          title="By hour"
          points={points.slice(0, 12)}
          series={series.slice(0, 1)}
          formatLabel={(label) => label.slice(8, 10)}
        />
        <BarChart
          title="By weekday"
          stacked
          points={points.slice(0, 7)}
          series={series}
          formatLabel={(label) => label.slice(8, 10)}
        />
        <DonutChart
          title="Failures by reason"
          slices={[
            { key: "gone", label: "Device is gone", value: 812 },
            { key: "optOut", label: "Opted out", value: 304 },
            { key: "rejected", label: "Content rejected", value: 96 },
            { key: "unknown", label: "Unknown", value: 41 },
          ]}
        />
        <FunnelChart
          title="Funnel"
          steps={[
            { key: "sent", label: "Sent", value: 18204 },
            { key: "delivered", label: "Delivered", value: 17650 },
            { key: "opened", label: "Opened", value: 6120 },
            { key: "clicked", label: "Clicked", value: 1480 },
          ]}
        />
        <TimeSeriesChart title="Loading" points={[]} series={series} loading />
        <TimeSeriesChart title="Empty" points={[]} series={series} />
        <div className="grid gap-4 sm:grid-cols-2">
          <StatCard
            label="Sent today"
            value="18.204"
            href="/dev/ui"
            change={{ ratio: 0.123, comparedTo: "yesterday" }}
            trend={points.map((point) => point.values.push)}
          />
          <StatCard
            label="Failed"
            value="1,2 %"
            change={{ ratio: 0.04, comparedTo: "yesterday", lowerIsBetter: true }}
          />
          <StatCard label="Next send" value="in 2 h" detail="Bahar kampanyası" />
          <StatCard label="Loading" value="" loading />
        </div>
      </div>
    </Specimen>
  );
}
