# The same settlement in pandas: subsidy, rehabilitation, serious-illness relief; lines written back to SQLite.
import sqlite3, sys
import numpy as np, pandas as pd

db = sqlite3.connect(sys.argv[1])
claims = pd.read_sql("SELECT c.id, person_id, receipt_type, service_date, pool_paid, pool_self_pay, designated "
                     "FROM claim c JOIN hospital h ON h.id = hospital_id WHERE state = 'open' AND received_on <= '2026-03-31'", db)
enrolled = pd.read_sql("SELECT person_id, year FROM enrolment", db)
recognised = pd.read_sql("SELECT person_id, kind, valid_from, valid_to FROM recognition", db)
ok = claims.pool_paid > 0
ok &= claims.person_id.isin(enrolled[enrolled.year == 2026].person_id)
ok &= (claims.receipt_type != 'inpatient') | (claims.designated == 1)
chronic = recognised[recognised.kind == 'chronic-disease']
both = claims[['id', 'person_id', 'service_date']].merge(chronic, on='person_id')
both = both[(both.valid_from <= both.service_date) & (both.valid_to.isna() | (both.valid_to >= both.service_date))]
ok &= (claims.receipt_type != 'chronic-outpatient') | claims.id.isin(both.id)
sums = claims[ok].groupby('person_id')[['pool_self_pay', 'pool_paid']].sum()
before = enrolled[enrolled.year < 2026].sort_values(['person_id', 'year'], ascending=[True, False])
before['rank'] = before.groupby('person_id').cumcount()
run = before[before.year == 2025 - before['rank']].groupby('person_id').size()
sums['rate'] = np.minimum(10000, 5000 + 500 * (run.reindex(sums.index).fillna(0).astype(int) // 5))
s = sums.pool_self_pay
sums['subsidy'] = (np.maximum(0, s - 100000) * sums.rate + 5000) // 10000
sums['rehabilitation'] = np.select([sums.pool_paid > 20000000, sums.pool_paid > 16000000, sums.pool_paid > 12000000], [1000000, 750000, 500000], 0)
needs = set(recognised[recognised.kind == 'hardship'].person_id) & set(recognised[recognised.kind == 'serious-illness'].person_id)
relief = np.minimum(1000000, (np.maximum(0, s - 500000) * 8000 + 5000) // 10000)
sums['serious-illness'] = np.where(sums.index.isin(needs), np.minimum(relief, s - sums.subsidy), 0)
lines = sums.reset_index().melt(id_vars=['person_id', 'pool_self_pay', 'rate'], value_vars=['subsidy', 'rehabilitation', 'serious-illness'], var_name='benefit', value_name='due')
lines = lines[lines.due != 0]
db.execute("CREATE TABLE pandas_line (person_id, base, rate, benefit, due)")
db.executemany("INSERT INTO pandas_line VALUES (?,?,?,?,?)", lines[['person_id', 'pool_self_pay', 'rate', 'benefit', 'due']].itertuples(index=False))
db.commit()
