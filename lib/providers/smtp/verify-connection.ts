import { createTransport } from "nodemailer";
import type { ConnectionTest } from "@/lib/providers/provider-definition";
import { toSmtpOutcome } from "./smtp-outcome";
import { type SmtpTransportOptions, toSmtpOptions } from "./smtp-transport";

/** Connects and signs in, without sending a mail. */
export async function verifyConnection(options: SmtpTransportOptions): Promise<ConnectionTest> {
  const transporter = createTransport(toSmtpOptions(options));
  try {
    await transporter.verify();
    return { isOk: true, detail: "Connected and signed in." };
  } catch (error) {
    const { kind, code, detail } = toSmtpOutcome(error);
    return { isOk: false, kind, code, detail };
  } finally {
    transporter.close();
  }
}
