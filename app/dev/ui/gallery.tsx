import { Suspense } from "react";
import { ActionSpecimens } from "./action-specimens";
import { ChartSpecimens } from "./chart-specimens";
import { DisplaySpecimens } from "./display-specimens";
import { FeedbackSpecimens } from "./feedback-specimens";
import { FormSpecimens } from "./form-specimens";
import { OverlaySpecimens } from "./overlay-specimens";
import { TableSpecimens } from "./table-specimens";

export function Gallery({ moment }: { moment: string }) {
  return (
    <main className="mx-auto max-w-6xl px-4 py-8">
      <h1 className="mb-6 font-semibold text-2xl">Components</h1>
      <ActionSpecimens />
      <DisplaySpecimens moment={moment} />
      <Suspense>
        <TableSpecimens moment={moment} />
      </Suspense>
      <ChartSpecimens moment={moment} />
      <FormSpecimens />
      <OverlaySpecimens />
      <FeedbackSpecimens />
    </main>
  );
}
