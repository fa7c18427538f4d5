"use client";

import { Megaphone, Plus } from "lucide-react";
import { Button } from "@/components/ui/actions/button";
import { Card } from "@/components/ui/display/card";
import { Callout } from "@/components/ui/feedback/callout";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { Progress } from "@/components/ui/feedback/progress";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import { Specimen } from "./specimen";

export function FeedbackSpecimens() {
  return (
    <>
      <Specimen title="Callouts">
        <div className="grid w-full gap-3 md:grid-cols-2">
          <Callout title="Nothing leaves this machine">The sandbox delivers to its own inbox.</Callout>
          <Callout tone="success" title="All sent">
            18,204 of 18,204.
          </Callout>
          <Callout tone="warning" title="Few codes left" actions={<Button size="sm">Add codes</Button>}>
            320 for an audience of 8,412.
          </Callout>
          <Callout tone="danger" title="The provider refused the credential">
            Replace the key to go on.
          </Callout>
        </div>
      </Specimen>
      <Specimen title="Progress and skeleton">
        <div className="grid w-full gap-6 sm:grid-cols-3">
          <Progress label="Sending" value={42} />
          <Progress label="Importing" value={8412} max={20000} detail="8.412 / 20.000" tone="success" />
          <Progress label="Counting" value={null} />
        </div>
        <div className="flex w-full max-w-sm items-center gap-3">
          <Skeleton className="size-9 rounded-full" />
          <div className="flex-1 space-y-2">
            <Skeleton className="h-3.5 w-2/3" />
            <Skeleton className="h-3 w-1/3" />
          </div>
        </div>
      </Specimen>
      <Specimen title="Empty and error">
        <div className="grid w-full gap-4 lg:grid-cols-2">
          <Card>
            <EmptyState
              icon={<Megaphone aria-hidden />}
              title="No campaigns yet"
              description="Write one, choose who gets it, and watch it arrive."
              actions={
                <>
                  <Button variant="primary" icon={<Plus />}>
                    New campaign
                  </Button>
                  <Button>Start from a template</Button>
                </>
              }
            />
          </Card>
          <Card>
            <ErrorState requestId="req_01JDX7" onRetry={() => {}} />
          </Card>
        </div>
      </Specimen>
    </>
  );
}
