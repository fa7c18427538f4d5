"use client";

import { useTranslations } from "next-intl";
import { contentRules } from "@/lib/domain/content/content-rules";
import type { FieldGroupProps } from "./content-fields";
import { EmailBodyField } from "./email-body-field";
import { LengthCounter } from "./length-counter";
import { LiquidField } from "./liquid-field";
import { SmsCounter } from "./sms-counter";
import { canFold, SmsMeter } from "./sms-meter";

/** Title, subtitle and text. */
export function WordFields(props: FieldGroupProps) {
  const { content, change, problemsOf, has, channel, workspace, disabled, preview } = props;
  const t = useTranslations("content");
  const { title, required } = contentRules[channel];
  const isEmail = channel === "email";
  return (
    <>
      {has("title") ? (
        <LiquidField
          label={t(isEmail ? "fields.subject" : "fields.title")}
          optional={!required.includes("title")}
          value={content.title}
          onChange={(value) => change({ title: value })}
          problems={problemsOf("title")}
          counter={
            title ? (
              <LengthCounter source={content.title} rendered={preview?.lengths.title} {...title} />
            ) : null
          }
          workspace={workspace}
          disabled={disabled}
        />
      ) : null}
      {has("subtitle") ? (
        <LiquidField
          label={t(isEmail ? "fields.preheader" : "fields.subtitle")}
          optional
          value={content.subtitle}
          onChange={(subtitle) => change({ subtitle })}
          problems={problemsOf("subtitle")}
          help={t(isEmail ? "editor.preheaderHelp" : "editor.subtitleHelp")}
          workspace={workspace}
          disabled={disabled}
        />
      ) : null}
      {isEmail ? (
        <EmailBodyField
          content={content}
          onChange={change}
          problemsOf={problemsOf}
          workspace={workspace}
          disabled={disabled}
        />
      ) : (
        <BodyField {...props} />
      )}
    </>
  );
}

function BodyField({ content, change, problemsOf, channel, workspace, disabled, preview }: FieldGroupProps) {
  const t = useTranslations("content.fields");
  const { body } = contentRules[channel];
  const sms = preview?.sms;
  // The meter says it, with the remedy.
  const isTold = sms && !disabled && canFold(sms, content.body);
  return (
    <>
      <LiquidField
        label={t("body")}
        form="text"
        value={content.body}
        onChange={(value) => change({ body: value })}
        problems={problemsOf("body").filter(({ code }) => !isTold || code !== "sms_unicode")}
        counter={
          channel === "sms" ? (
            <SmsCounter source={content.body} sms={sms} />
          ) : body ? (
            <LengthCounter source={content.body} rendered={preview?.lengths.body} {...body} />
          ) : null
        }
        workspace={workspace}
        disabled={disabled}
      />
      {sms && sms.segments > 0 ? (
        <SmsMeter
          sms={sms}
          source={content.body}
          onChange={(value) => change({ body: value })}
          disabled={disabled}
        />
      ) : null}
    </>
  );
}
