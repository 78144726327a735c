-- So that the end of a certificate is told once at each stage.

-- AlterTable
ALTER TABLE "product_settings" ADD COLUMN     "certificate_stage" INTEGER;
