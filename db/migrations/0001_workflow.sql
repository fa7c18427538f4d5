create schema if not exists workflow;
