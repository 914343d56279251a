-- What an engineer would write by hand: one statement that computes the subsidy alone and writes its lines.
INSERT INTO batch_line
WITH broken AS ( -- the last year before 2026 in which a person was not enrolled
  SELECT person_id, max(year) AS year FROM (
    SELECT person_id, year - 1 AS year FROM enrolment a WHERE year < 2026 AND NOT EXISTS (
      SELECT 1 FROM enrolment b WHERE b.person_id = a.person_id AND b.year = a.year - 1))
  GROUP BY person_id
), sums AS (
  SELECT claim.person_id, sum(pool_self_pay) AS base,
    min(10000, 5000 + 500 * ((2025 - broken.year) / 5)) AS rate
  FROM claim JOIN hospital ON hospital.id = hospital_id JOIN broken ON broken.person_id = claim.person_id
  WHERE state = 'open' AND received_on <= '2026-03-31' AND pool_paid > 0
    AND service_date BETWEEN '2026-01-01' AND '2026-12-31'
    AND (receipt_type <> 'inpatient' OR designated = 1)
    AND (receipt_type <> 'chronic-outpatient' OR EXISTS (
      SELECT 1 FROM recognition r WHERE r.person_id = claim.person_id AND r.kind = 'chronic-disease'
        AND r.valid_from <= service_date AND (r.valid_to IS NULL OR r.valid_to >= service_date)))
    AND EXISTS (SELECT 1 FROM enrolment e WHERE e.person_id = claim.person_id AND e.year = 2026)
  GROUP BY claim.person_id
)
SELECT 1, person_id, 'subsidy', '2026', 'mutual-aid', 0, base, rate,
  ((base - 100000) * rate + 5000) / 10000, 0, ((base - 100000) * rate + 5000) / 10000
FROM sums WHERE base > 100000;
