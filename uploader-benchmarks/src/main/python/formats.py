"""Sends a file of every format through the packaged service, by HTTP and by FTP, until its datasets are published.

Usage: formats.py CHECKOUT. The files are made by GDAL's programs (ogr2ogr, gdal_translate, gdaladdo) from a few places and a
small picture; they are sent by curl. A dataset that asks for its CRS is given EPSG:4326. The exit code is 1 when anything
is not published.
"""

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile

ENDED = {"PUBLISHED", "FAILED", "NEEDS_CORRECTION", "CANCELLED"}
PLACES = [("Zürich", 8.54, 47.37, 402762), ("Genève", 6.14, 46.2, 201818), ("Bellinzona", 9.02, 46.19, 43220)]
PATIENCE = 180


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def vectors(folder):
    features = [
        {
            "type": "Feature",
            "properties": {"name": name, "people": people},
            "geometry": {"type": "Point", "coordinates": [lon, lat]},
        }
        for name, lon, lat, people in PLACES
    ]
    source = os.path.join(folder, "source.geojson")
    with open(source, "w", encoding="utf-8") as out:
        json.dump({"type": "FeatureCollection", "features": features}, out)
    cases = {"GeoJSON": [copy(source, "json.geojson")]}
    for name, driver, file, options in [
        ("GeoJSON, newline-delimited", "GeoJSONSeq", "lines.geojsonl", []),
        ("CSV, coordinates", "CSV", "coordinates.csv", ["-lco", "GEOMETRY=AS_XY"]),
        ("KML", "KML", "keyhole.kml", []),
        ("KMZ", "LIBKML", "keyholes.kmz", []),
        ("GML 2", "GML", "gml2.gml", ["-dsco", "FORMAT=GML2"]),
        ("GML 3", "GML", "gml3.gml", ["-dsco", "FORMAT=GML3"]),
        ("GML 3.2", "GML", "gml32.gml", ["-dsco", "FORMAT=GML3.2"]),
        ("FlatGeobuf", "FlatGeobuf", "flat.fgb", []),
    ]:
        cases[name] = [ogr(source, driver, file, options)]
    tabs = ogr(source, "CSV", "tabs.csv", ["-lco", "GEOMETRY=AS_WKT", "-lco", "SEPARATOR=TAB"])
    cases["TSV, WKT"] = [shutil.move(tabs, os.path.join(folder, "texts.tsv"))]
    package = ogr(source, "GPKG", "two.gpkg", ["-nln", "first"])
    run("ogr2ogr", "-f", "GPKG", "-update", package, source, "-nln", "second")
    cases["GeoPackage, two layers"] = [package]
    semicolons = os.path.join(folder, "commas.csv")
    with open(semicolons, "w", encoding="cp1252", newline="") as out:
        out.write("Ort;X;Y\r\n")
        out.writelines("%s;%s;%s\r\n" % (n, str(x).replace(".", ","), str(y).replace(".", ",")) for n, x, y, _ in PLACES)
    cases["CSV, decimal comma, windows-1252"] = [semicolons]
    parts = shapefile(source, "parts")
    cases["shapefile in parts"] = parts
    return source, cases


def copy(source, name):
    target = os.path.join(os.path.dirname(source), name)
    shutil.copy(source, target)
    return target


def ogr(source, driver, file, options):
    target = os.path.join(os.path.dirname(source), file)
    run("ogr2ogr", "-f", driver, *options, target, source)
    return target


def shapefile(source, stem):
    shp = ogr(source, "ESRI Shapefile", stem + ".shp", ["-lco", "ENCODING=UTF-8"])
    return [shp[:-4] + "." + part for part in ("shp", "shx", "dbf", "prj", "cpg")]


def archives(folder, source):
    cases = {}
    for name, file in [
        ("zip", "zipped.zip"),
        ("tar", "taped.tar"),
        ("tar.gz", "taped_gz.tar.gz"),
        ("tar.bz2", "taped_bz2.tar.bz2"),
        ("tar.xz", "taped_xz.tar.xz"),
        ("7z", "seven.7z"),
    ]:
        parts = shapefile(source, "in_" + file.replace(".", "_"))
        target = os.path.join(folder, file)
        if name == "zip":
            with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
                for part in parts:
                    out.write(part, "maps/" + os.path.basename(part))
        elif name == "7z":
            run("7z", "a", target, *parts)
        else:
            with tarfile.open(target, "w:" + name.partition(".")[2]) as out:
                for part in parts:
                    out.add(part, os.path.basename(part))
        cases["shapefile in " + name] = [target]
    single = copy(source, "single.geojson")
    with open(single, "rb") as plain, gzip.open(single + ".gz", "wb") as out:
        shutil.copyfileobj(plain, out)
    cases["GeoJSON in .gz"] = [single + ".gz"]
    nested = os.path.join(folder, "nested.zip")
    inner = os.path.join(folder, "inner.zip")
    with zipfile.ZipFile(inner, "w") as out:
        for part in shapefile(source, "innermost"):
            out.write(part, os.path.basename(part))
    with zipfile.ZipFile(nested, "w") as out:
        out.write(inner, "inner.zip")
    cases["zip in zip"] = [nested]
    return cases


def rasters(folder):
    grid = os.path.join(folder, "source.asc")
    with open(grid, "w", encoding="ascii") as out:
        out.write("ncols 256\nnrows 256\nxllcorner 7\nyllcorner 46\ncellsize 0.004\nNODATA_value -9999\n")
        out.writelines(" ".join(str((x * y) % 251) for x in range(256)) + "\n" for y in range(256))
    cases = {}
    for name, file, options in [
        ("GeoTIFF", "plain.tif", []),
        ("GeoTIFF, tiled, LZW", "lzw.tif", ["-co", "TILED=YES", "-co", "COMPRESS=LZW"]),
        ("GeoTIFF, deflate, predictor", "deflate.tif", ["-co", "COMPRESS=DEFLATE", "-co", "PREDICTOR=2"]),
        ("BigTIFF", "big.tif", ["-co", "BIGTIFF=YES"]),
        ("GeoTIFF, JPEG", "jpeg.tif", ["-ot", "Byte", "-co", "COMPRESS=JPEG"]),
        ("GeoTIFF, nodata", "nodata.tif", ["-a_nodata", "0"]),
    ]:
        cases[name] = [translate(grid, "GTiff", file, options)]
    overviews = translate(grid, "GTiff", "overviews.tif", [])
    run("gdaladdo", "-ro", overviews, "2", "4")
    cases["GeoTIFF with .ovr"] = [overviews, overviews + ".ovr"]
    world = translate(grid, "GTiff", "world.tif", ["-co", "PROFILE=BASELINE", "-co", "TFW=YES"])
    cases["TIFF with world file and .aux.xml"] = beside(world, "world")
    for name, driver, file in [("JPEG", "JPEG", "photo.jpg"), ("PNG", "PNG", "drawing.png")]:
        picture = translate(grid, driver, file, ["-ot", "Byte", "-co", "WORLDFILE=YES"])
        cases[name + " with world file and .aux.xml"] = beside(picture, os.path.splitext(file)[0])
    ascii_grid = copy(grid, "grid.asc")
    with open(ascii_grid[:-4] + ".prj", "w", encoding="ascii") as out:
        out.write("EPSG:4326")
    cases["ArcGrid with .prj"] = [ascii_grid, ascii_grid[:-4] + ".prj"]
    return cases


def translate(source, driver, file, options):
    target = os.path.join(os.path.dirname(source), file)
    run("gdal_translate", "-of", driver, "-a_srs", "EPSG:4326", *options, source, target)
    return target


def beside(main, stem):
    folder = os.path.dirname(main)
    return sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.startswith(stem + "."))


class Service:
    def __init__(self, checkout, folder):
        self.log = open(os.path.join(folder, "service.log"), "w+", encoding="utf-8")
        command = [os.path.join(checkout, "uploader"), "serve", "--data", os.path.join(folder, "data")]
        self.process = subprocess.Popen(
            command + ["--http-port", "0", "--ftp-port", "0"], stdout=self.log, stderr=subprocess.STDOUT
        )
        until = time.time() + PATIENCE
        while "\nready" not in self.said() and time.time() < until and self.process.poll() is None:
            time.sleep(0.5)
        said = self.said()
        self.login = "admin:" + re.search(r"password (\S+)", said).group(1)
        self.http = re.search(r"^http://\S+?(?=/$)", said, re.M).group(0)
        self.ftp = re.search(r"^ftp://\S+?(?=/$)", said, re.M).group(0)

    def said(self):
        with open(self.log.name, encoding="utf-8") as log:
            return log.read()

    def curl(self, *arguments):
        done = subprocess.run(["curl", "-sS", "-u", self.login, *arguments], capture_output=True, text=True)
        return done.stdout or done.stderr

    def send(self, way, case, files):
        address = self.http + "/api/v1/uploads"
        if way == "ftp":
            address = self.ftp + "/" + re.sub(r"\W+", "_", case)
        for file in files:
            self.curl("--ftp-create-dirs", "-T", file, address + "/" + os.path.basename(file))

    def uploads(self):
        return [
            json.loads(self.curl(self.http + "/api/v1/uploads/" + upload["id"]))
            for upload in json.loads(self.curl(self.http + "/api/v1/uploads?limit=200"))["uploads"]
        ]

    def wait(self, wanted):
        until = time.time() + PATIENCE
        while time.time() < until:
            found = json.loads(self.curl(self.http + "/api/v1/uploads?limit=200"))["uploads"]
            if len(found) >= wanted and all(upload["state"] in ENDED for upload in found):
                return
            time.sleep(1)

    def correct(self, dataset):
        body = '{"crs":"EPSG:4326"}'
        address = "%s/api/v1/datasets/%s/correction" % (self.http, dataset["id"])
        self.curl("-H", "Content-Type: application/json", "-d", body, address)

    def stop(self):
        self.process.terminate()
        self.process.wait(60)


def main(checkout):
    with tempfile.TemporaryDirectory() as folder:
        source, cases = vectors(folder)
        cases.update(archives(folder, source))
        cases.update(rasters(folder))
        service = Service(checkout, folder)
        try:
            for case, files in cases.items():
                for way in ("http", "ftp"):
                    service.send(way, case, files)
            wanted = 2 * len(cases)
            service.wait(wanted)
            asked = set()
            for upload in service.uploads():
                for dataset in upload["datasets"]:
                    if dataset["state"] == "NEEDS_CORRECTION":
                        asked.add(dataset["id"])
                        service.correct(dataset)
            service.wait(wanted)
            uploads = service.uploads()
        finally:
            service.stop()
    failed = tell(cases, uploads, asked)
    print("formats: cases=%d uploads=%d failed=%d" % (len(cases), len(uploads), failed))
    return 1 if failed else 0


def tell(cases, uploads, asked):
    failed = 0
    print("| format | way | datasets | remarks |\n| --- | --- | --- | --- |")
    for case, files in cases.items():
        name = os.path.basename(files[0])
        for way in ("http", "ftp"):
            sent = [u for u in uploads if u["source"] == way and name in [file["name"] for file in u["files"]]]
            datasets = [dataset for upload in sent for dataset in upload["datasets"]]
            states = [d["state"] + (" after its CRS" if d["id"] in asked else "") for d in datasets]
            codes = sorted({p["code"] for d in datasets for p in d["problems"]})
            failed += not datasets or any(d["state"] != "PUBLISHED" for d in datasets)
            print("| %s | %s | %s | %s |" % (case, way, ", ".join(states) or "none", " ".join(codes)))
    return failed


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
