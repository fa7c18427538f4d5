"use client";

import { Slider } from "@base-ui/react/slider";
import { useId } from "react";

export type TroubleSliderProps = {
  label: string;
  value: number;
  /** The value in words, shown and read out. */
  text: string;
  max: number;
  step: number;
  disabled: boolean;
  onValueChange: (value: number) => void;
  /** When it is let go. */
  onValueCommitted: (value: number) => void;
};

export function TroubleSlider(props: TroubleSliderProps) {
  const { label, value, text, max, step, disabled, onValueChange, onValueCommitted } = props;
  const id = useId();
  return (
    <Slider.Root
      value={value}
      min={0}
      max={max}
      step={step}
      disabled={disabled}
      onValueChange={(next) => onValueChange(next)}
      onValueCommitted={(next) => onValueCommitted(next)}
      className="data-disabled:opacity-55"
    >
      <div className="flex items-baseline justify-between gap-3 text-sm">
        <span id={id} className="font-medium">
          {label}
        </span>
        <span className="text-muted-foreground tabular-nums">{text}</span>
      </div>
      <Slider.Control className="flex h-7 items-center">
        <Slider.Track className="h-1.5 w-full rounded-full bg-accent">
          <Slider.Indicator className="rounded-full bg-brand-solid" />
          <Slider.Thumb
            aria-labelledby={id}
            getAriaValueText={() => text}
            className="size-5 rounded-full border-2 border-brand-solid bg-card shadow-sm has-focus-visible:outline-2 has-focus-visible:outline-ring has-focus-visible:outline-offset-2"
          />
        </Slider.Track>
      </Slider.Control>
    </Slider.Root>
  );
}
