-- A status of its own migration: a new value cannot be used in the transaction that adds it.
ALTER TYPE "BerichtStatus" ADD VALUE 'IN_CONTROLE' AFTER 'ONTVANGEN';
