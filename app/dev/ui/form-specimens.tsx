"use client";

import { Bell, Mail, Search } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { toast } from "@/components/ui/feedback/toast";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Combobox } from "@/components/ui/forms/combobox";
import { Field } from "@/components/ui/forms/field";
import { FileDrop } from "@/components/ui/forms/file-drop";
import { FormSection } from "@/components/ui/forms/form-section";
import { Input } from "@/components/ui/forms/input";
import { MultiCombobox } from "@/components/ui/forms/multi-combobox";
import { NumberField } from "@/components/ui/forms/number-field";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Select } from "@/components/ui/forms/select";
import { Switch } from "@/components/ui/forms/switch";
import { Textarea } from "@/components/ui/forms/textarea";
import { Specimen } from "./specimen";

const cities = ["Ankara", "Antalya", "Bursa", "Çanakkale", "Iğdır", "İstanbul", "İzmir", "Şanlıurfa"].map(
  (label) => ({
    value: label.toLowerCase(),
    label,
  }),
);

export function FormSpecimens() {
  const [city, setCity] = useState<string | null>(null);
  const [several, setSeveral] = useState<string[]>(["ankara", "bursa"]);
  return (
    <Specimen title="Form">
      <div className="w-full">
        <FormSection
          title="Details"
          description="Words on the left, controls on the right; stacked when narrow."
          footer={
            <Button variant="primary" onClick={() => toast.success("Saved")}>
              Save
            </Button>
          }
        >
          <Field label="Name" help="Shown to your team only." aside="12 / 65">
            <Input placeholder="Spring sale" />
          </Field>
          <Field label="E-mail" error="This address has no domain.">
            <Input type="email" defaultValue="ayse@" prefix={<Mail aria-hidden />} />
          </Field>
          <Field label="Search" optional labelHidden>
            <Input type="search" prefix={<Search aria-hidden />} placeholder="Search…" />
          </Field>
          <Field label="Message" aside="3 segments">
            <Textarea defaultValue="Merhaba {{ firstName }}, bu hafta sonu sepetinize %20 indirim!" />
          </Field>
          <div className="grid gap-5 sm:grid-cols-2">
            <Field label="Language">
              <Select
                defaultValue="tr"
                options={[
                  { value: "tr", label: "Türkçe" },
                  { value: "en", label: "English", description: "For everyone else" },
                ]}
              />
            </Field>
            <Field label="Quantity" help="At most 1.000.000">
              <NumberField defaultValue={25_000} min={0} max={1_000_000} />
            </Field>
            <Field label="City">
              <Combobox options={cities} value={city} onValueChange={setCity} placeholder="Any city" />
            </Field>
            <Field label="Cities">
              <MultiCombobox options={cities} value={several} onValueChange={setSeveral} />
            </Field>
            <Field label="Locked" disabled>
              <Input defaultValue="Cannot change" />
            </Field>
          </div>
        </FormSection>
        <FormSection title="Choices">
          <Checkbox label="Track opens" description="Adds an invisible image." defaultChecked />
          <Checkbox label="Some of them" indeterminate />
          <Checkbox label="Not available" disabled />
          <Switch label="Quiet hours" description="Waits until nine in the morning." defaultChecked />
          <Switch label="Digest" />
          <Field label="When">
            <RadioGroup
              appearance="cards"
              defaultValue="now"
              options={[
                {
                  value: "now",
                  label: "Now",
                  description: "Ten seconds to change your mind.",
                  icon: <Bell aria-hidden />,
                },
                { value: "later", label: "Later", description: "At a time you choose." },
              ]}
            />
          </Field>
          <Field label="Plain list">
            <RadioGroup
              defaultValue="a"
              options={[
                { value: "a", label: "First" },
                { value: "b", label: "Second", description: "With words below" },
                { value: "c", label: "Third", disabled: true },
              ]}
            />
          </Field>
          <FileDrop
            label="Upload a list"
            hint="CSV, up to 200 MB"
            accept=".csv"
            onFiles={(files) => toast.info(`${files.length}`)}
          />
        </FormSection>
      </div>
    </Specimen>
  );
}
