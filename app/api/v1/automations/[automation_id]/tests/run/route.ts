import { runAutomationTestsContract } from "@/lib/contracts/automations/automation-tests";
import { runTests } from "@/lib/domain/automations/tests/run-tests";
import { route } from "@/lib/platform/http/route";

export const POST = route(runAutomationTestsContract, ({ ctx, params }) => runTests(ctx, params));
