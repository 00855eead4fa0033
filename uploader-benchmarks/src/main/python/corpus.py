"""Lays our verdict on every file of a folder beside GDAL's, as a table.

Usage: corpus.py CHECKOUT FOLDER. Ours is `./uploader check --json`; GDAL's are `ogrinfo -al` and `gdalinfo -json -checksum`, which
read every feature and pixel. Differences are explained by corpus_notes.tsv beside this file (dataset, explanation); one
without an explanation counts as unexplained, and the exit code is 1.
"""

import json
import os
import re
import subprocess
import sys

PARTS = {"shp", "shx", "dbf", "prj", "cpg", "sbn", "sbx"}
EPSG = re.compile(r'^\s{0,4}ID\["EPSG",(\d+)\]\]\s*$', re.M)


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, errors="replace")
    return done.stdout, done.stderr


def bundles(folder):
    found = {}
    for path, _, names in os.walk(folder):
        for name in names:
            stem, dot, extension = name.rpartition(".")
            key = os.path.join(path, stem if extension.lower() in PARTS else name)
            found.setdefault(key, []).append(os.path.join(path, name))
    return sorted((key, sorted(files)) for key, files in found.items())


def ours(checkout, files):
    out, err = run(os.path.join(checkout, "uploader"), "check", "--json", *files)
    verdicts = []
    for verdict in json.loads(out):
        inspection, problems = verdict["inspection"], verdict["problems"]
        vector, raster, crs = (inspection.get(key) for key in ("vector", "raster", "crs"))
        blocking = [p for p in problems if p["severity"] in ("FATAL", "MENDABLE")]
        remarks = sorted({p["code"] for p in problems if p not in blocking})
        candidates = [c["code"] for p in blocking for c in p["candidates"]]
        content = "-"
        if vector:
            content = "%d x %s" % (vector["count"], vector["geometryType"])
        elif raster:
            content = "%d x %d x %d" % (raster["width"], raster["height"], len(raster["bands"]))
        box = inspection.get("extent")
        verdicts.append(
            {
                "name": verdict["name"],
                "content": content,
                "size": [vector["count"]] if vector else [raster["width"], raster["height"], len(raster["bands"])] if raster else None,
                "extent": [box[k] for k in ("minX", "minY", "maxX", "maxY")] if box else None,
                "crs": crs["code"].replace("EPSG:", "") if crs else None,
                "first": candidates[0].replace("EPSG:", "") if candidates else None,
                "blocking": sorted({p["code"] for p in blocking}),
                "remarks": remarks,
            }
        )
    return verdicts


def code(wkt):
    found = EPSG.findall(wkt)
    return found[-1] if found else "named" if "CRS[" in wkt or "CS[" in wkt else None


def vectors(path):
    out, err = run("ogrinfo", "-ro", "-al", path)
    layers = []
    for text in out.split("Layer name: ")[1:]:
        count = re.search(r"Feature Count: (\d+)", text)
        box = re.search(r"Extent: \((.*?), (.*?)\) - \((.*?), (.*?)\)", text)
        kind = re.search(r"Geometry: (.*)", text)
        wkt = text.split("Layer SRS WKT:")[1].split("Data axis")[0] if "Layer SRS WKT:" in text else ""
        layers.append(
            {
                "name": text.split("\n")[0].strip(),
                "content": "%s x %s" % (count.group(1) if count else "?", kind.group(1) if kind else "?"),
                "size": [int(count.group(1))] if count else None,
                "extent": [float(n) for n in box.groups()] if box else None,
                "crs": code(wkt),
            }
        )
    return layers, complaints(err)


def raster(path):
    out, err = run("gdalinfo", "-json", "-checksum", path)
    try:
        info = json.loads(out)
    except ValueError:
        return [], complaints(err)
    box = [f(p[i] for p in list(info["cornerCoordinates"].values())[:4]) for f, i in ((min, 0), (min, 1), (max, 0), (max, 1))]
    size = [*info["size"], len(info["bands"])]
    wkt = info.get("coordinateSystem", {}).get("wkt", "")
    place = box if "geoTransform" in info else None
    name = os.path.basename(path).rpartition(".")[0]
    return [{"name": name, "content": "%d x %d x %d" % tuple(size), "size": size, "extent": place, "crs": code(wkt)}], complaints(err)


def complaints(err):
    return len([line for line in err.splitlines() if line.startswith(("ERROR", "Warning"))])


def theirs(files):
    path = next((f for f in files if f.lower().endswith((".shp", ".tif", ".zip"))), files[0])
    if not path.lower().endswith(".zip"):
        return raster(path) if path.lower().endswith(".tif") else vectors(path)
    zipped = "/vsizip/" + path
    layers, told = vectors(zipped)
    names, _ = run("unzip", "-Z1", path)
    for name in names.splitlines():
        if name.lower().endswith((".tif", ".hgt")):
            more, complained = raster(zipped + "/" + name)
            layers, told = layers + more, told + complained
    return layers, told


def alike(one, other):
    if one is None or other is None:
        return one is other
    return all(abs(a - b) <= 1e-6 * max(1, abs(a), abs(b)) for a, b in zip(one, other))


def differences(mine, peer):
    if mine["size"] is None or peer is None:
        return [] if mine["size"] is None and peer is None else ["content"]
    alike_ = {"content": mine["size"] == peer["size"], "extent": alike(mine["extent"], peer["extent"]), "CRS": mine["crs"] == peer["crs"]}
    return [what for what, same in alike_.items() if not same]


def shown(verdict):
    if verdict is None:
        return "does not open"
    return "%s, %s" % (verdict["content"], "CRS " + verdict["crs"] if verdict["crs"] else "no CRS")


def main(checkout, folder):
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "corpus_notes.tsv"), encoding="utf-8") as lines:
        notes = dict(line.rstrip("\n").split("\t", 1) for line in lines if line.strip())
    files = rows = same = explained = 0
    unexplained = []
    print("| files | ours | told | GDAL | difference |\n|---|---|---|---|---|")
    for key, parts in bundles(folder):
        files += len(parts)
        name = os.path.relpath(key, folder)
        label = name + (".{%s}" % ",".join(p.rpartition(".")[2] for p in parts) if len(parts) > 1 else "" if os.path.exists(key) else "." + parts[0].rpartition(".")[2])
        mine, (layers, told) = ours(checkout, parts), theirs(parts)
        for verdict in mine:
            rows += 1
            last = verdict["name"].rpartition("/")[2]
            fits = [l for l in layers if l["name"] == last] or (layers if len(mine) == 1 else [])
            peer = fits[0] if fits else None
            what = differences(verdict, peer)
            title = label + ("" if len(mine) == 1 else " : " + last)
            note = notes.get(title)
            if not what:
                same += 1
            elif note:
                explained += 1
            else:
                unexplained.append(title)
            codes = " ".join(["**%s**" % c + (" (first %s)" % verdict["first"] if verdict["first"] and c.startswith("CRS") else "") for c in verdict["blocking"]] + verdict["remarks"])
            gdal = shown(peer) + ("; %d complaints" % told if told else "")
            print("| `%s` | %s | %s | %s | %s |" % (title, shown(verdict), codes, gdal, (", ".join(what) + ": " + (note or "UNEXPLAINED")) if what else ""))
            sys.stdout.flush()
    version, _ = run("gdalinfo", "--version")
    print("\nBeside %s." % version.strip().split(",")[0])
    print("corpus: files=%d rows=%d same=%d explained=%d unexplained=%d %s" % (files, rows, same, explained, len(unexplained), " ".join(unexplained)))
    return 1 if unexplained else 0


sys.exit(main(sys.argv[1], sys.argv[2]))
