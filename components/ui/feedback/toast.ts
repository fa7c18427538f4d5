"use client";

import { Toast } from "@base-ui/react/toast";

export type ToastTone = "info" | "success" | "warning" | "danger";

export type ToastOptions = {
  description?: string;
  /** A way back or a next step, such as undo. */
  action?: { label: string; onClick: () => void };
};

const readableMillis = 5_000;
const actionableMillis = 10_000;

export const toastManager = Toast.createToastManager();

function show(type: ToastTone, title: string, { description, action }: ToastOptions = {}): string {
  return toastManager.add({
    type,
    title,
    description,
    timeout: action ? actionableMillis : readableMillis,
    priority: type === "danger" ? "high" : "low",
    actionProps: action ? { children: action.label, onClick: action.onClick } : undefined,
  });
}

/** Says what happened. Time stops while a toast is hovered or focused; F6 moves focus to it. */
export const toast = {
  info: (title: string, options?: ToastOptions) => show("info", title, options),
  success: (title: string, options?: ToastOptions) => show("success", title, options),
  warning: (title: string, options?: ToastOptions) => show("warning", title, options),
  error: (title: string, options?: ToastOptions) => show("danger", title, options),
  close: (id: string) => toastManager.close(id),
};
