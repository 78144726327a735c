-- So that people are told once that the day on which they must answer is near, and again when that day is another one.

-- AlterTable
ALTER TABLE "bericht" ADD COLUMN     "near_told_for" DATE;
