-- A change that put an earlier version back says which.

-- AlterTable
ALTER TABLE "product_settings_change" ADD COLUMN     "restored_version" INTEGER;
