"""Business days of countries as numbers: what CountryCalendarsTest compares with.

python3 -m pip install holidays==0.105
python3 business_days.py > ../resources/dev/rapport/model/calendar/jollyday/python-holidays.txt

A line for each calendar and year: its code, the year, how many of its days are worked (Monday to Friday without the
category PUBLIC of python-holidays), and the CRC-32 of a text with a character for each day of the year, 1 if it is worked.
"""
import datetime
import zlib

import holidays

CODES = """AT AU-ACT AU-NSW AU-QLD AU-SA AU-TAS AU-VIC AU-WA BE BG BR CA-AB CA-BC CA-ON CA-QC CH-BE CH-GE CH-ZH CN CY CZ
DE DE-BB DE-BE DE-BW DE-BY DE-HB DE-HE DE-HH DE-MV DE-NI DE-NW DE-RP DE-SH DE-SL DE-SN DE-ST DE-TH DK EE ES ES-CT ES-MD
FI FR GB-ENG GB-NIR GB-SCT GB-WLS GR HR HU IE IN IS IT JP KR LT LU LV MT MX NL NO NZ PL PT RO SE SG SI SK US ZA""".split()

print("# holidays " + holidays.__version__ + ": code, year, business days, CRC-32 of the year's days")
for code in CODES:
    country, _, region = code.partition("-")
    public = holidays.country_holidays(country, subdiv=region or None, years=range(2015, 2031), categories=("public",))
    for year in range(2015, 2031):
        day = datetime.date(year, 1, 1)
        days = []
        while day.year == year:
            days.append("1" if day.weekday() < 5 and day not in public else "0")
            day += datetime.timedelta(days=1)
        bits = "".join(days)
        print(code, year, bits.count("1"), format(zlib.crc32(bits.encode()), "08x"))
