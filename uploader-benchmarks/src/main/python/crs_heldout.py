"""Writes the codes of an EPSG edition as another writer than pyproj writes them: GDAL, with the PROJ database of its own.

Usage: crs_heldout.py FOLDER, with a Python that has GDAL's osgeo. Files: OSR_WKT1_ESRI.tsv, ... (code, deprecated, kind, text
without identifiers), and of each ESRI text a worn one: names in other spellings, numbers rounded.
"""

import os
import random
import re
import sys

from osgeo import gdal, osr

from crs_truth_text import without_identifiers

DIALECTS = {"OSR_WKT1_ESRI": "WKT1_ESRI", "OSR_WKT1_GDAL": "WKT1_GDAL", "OSR_WKT2_2019": "WKT2_2019"}
NUMBER = re.compile(r"(?<=[,\[])-?\d+\.\d{6,}(?:[eE]-?\d+)?(?=[,\]])")
NAME = re.compile(r'((?:PROJCS|GEOGCS|DATUM)\[")([^"]*)(")')


def spelled(name):
    """As people retype it: other separators, other case, a word more."""
    way = random.randrange(4)
    if way == 0:
        return name.replace("_", " ")
    if way == 1:
        return name.upper()
    if way == 2:
        return name.replace("_", "-")
    return name + "_copy"


def worn(text):
    text = NAME.sub(lambda m: m.group(1) + spelled(m.group(2)) + m.group(3), text)
    return NUMBER.sub(lambda m: "%.9g" % float(m.group(0)), text)


def main(folder):
    random.seed(6)
    osr.UseExceptions()
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    gdal.SetConfigOption("OSR_USE_NON_DEPRECATED", "NO")
    os.makedirs(folder, exist_ok=True)
    files = {name: open(os.path.join(folder, name + ".tsv"), "w", encoding="utf-8") for name in [*DIALECTS, "OSR_WORN_ESRI"]}
    for kind, type_ in (("projected", osr.OSR_CRS_TYPE_PROJECTED), ("geographic", osr.OSR_CRS_TYPE_GEOGRAPHIC_2D)):
        for info in osr.GetCRSInfoListFromDatabase("EPSG"):
            if info.type != type_:
                continue
            crs = osr.SpatialReference()
            try:
                crs.ImportFromEPSG(int(info.code))
            except RuntimeError:
                continue
            for name, dialect in DIALECTS.items():
                try:
                    text = crs.ExportToWkt(["FORMAT=" + dialect, "MULTILINE=NO"])
                except RuntimeError:
                    text = ""
                if not text:
                    continue
                text = without_identifiers(text)
                row = [info.code, str(int(info.deprecated)), kind]
                files[name].write("\t".join([*row, text]) + "\n")
                if name == "OSR_WKT1_ESRI":
                    files["OSR_WORN_ESRI"].write("\t".join([*row, worn(text)]) + "\n")
    print("held-out texts by GDAL %s, PROJ %d.%d" % (gdal.__version__, osr.GetPROJVersionMajor(), osr.GetPROJVersionMinor()))


main(sys.argv[1])
