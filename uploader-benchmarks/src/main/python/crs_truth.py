"""Writes what EPSG's codes look like in four dialects, and extents of data in them, by means of pyproj.

Usage: crs_truth.py FOLDER. Files: WKT1_ESRI.tsv, ... (code, deprecated, kind, text without identifiers) and extents.tsv
(code, kind, what, minX, minY, maxX, maxY).
"""

import math
import os
import random
import re
import sys

from pyproj import CRS, Transformer
from pyproj import __version__, proj_version_str
from pyproj.database import get_database_metadata, query_crs_info

from crs_truth_text import without_identifiers

DIALECTS = ["WKT1_ESRI", "WKT1_GDAL", "WKT2_2015", "WKT2_2019"]


def boxes(area):
    yield "area", area.west, area.south, area.east, area.north
    for _ in range(2):
        share = 10 ** random.uniform(-2, -0.3)
        width, height = (area.east - area.west) * share, (area.north - area.south) * share
        west, south = random.uniform(area.west, area.east - width), random.uniform(area.south, area.north - height)
        yield "part", west, south, west + width, south + height


def extents(crs, code, kind, out):
    area = crs.area_of_use
    if area is None or area.west > area.east:
        return
    try:
        to = Transformer.from_crs(crs.geodetic_crs, crs, always_xy=True) if kind == "projected" else None
    except Exception:
        return
    meridian = math.degrees(crs.prime_meridian.longitude * crs.prime_meridian.unit_conversion_factor)
    unit = math.degrees(crs.geodetic_crs.axis_info[0].unit_conversion_factor)
    for what, west, south, east, north in boxes(area):
        box = [(west - meridian) / unit, south / unit, (east - meridian) / unit, north / unit] if to else [west, south, east, north]
        try:
            box = to.transform_bounds(*box) if to else box
        except Exception:
            continue
        if all(map(math.isfinite, box)) and box[0] <= box[2] and box[1] <= box[3]:
            out.write("\t".join([code, kind, what] + [repr(n) for n in box]) + "\n")


def main(folder):
    random.seed(4)
    os.makedirs(folder, exist_ok=True)
    files = {dialect: open(os.path.join(folder, dialect + ".tsv"), "w", encoding="utf-8") for dialect in DIALECTS}
    out = open(os.path.join(folder, "extents.tsv"), "w", encoding="utf-8")
    for kind, table in (("projected", "PROJECTED_CRS"), ("geographic", "GEOGRAPHIC_2D_CRS")):
        for info in query_crs_info("EPSG", [table], allow_deprecated=True):
            crs = CRS.from_epsg(int(info.code))
            for dialect in DIALECTS:
                try:
                    text = crs.to_wkt(dialect)
                except Exception:
                    text = None
                if text:
                    text = without_identifiers(re.sub(r"\s*\n\s*", "", text))
                    files[dialect].write("\t".join([info.code, str(int(info.deprecated)), kind, text]) + "\n")
            if not info.deprecated:
                extents(crs, info.code, kind, out)
    print("truth by pyproj %s, PROJ %s, EPSG %s" % (__version__, proj_version_str, get_database_metadata("EPSG.VERSION")))


main(sys.argv[1])
