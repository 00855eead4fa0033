"""A pycsw with an empty SQLite database on a free port of this machine. Ends when its standard input does.

Usage: pycsw_server.py FOLDER
The first line printed is the port.
"""

import io
import os
import sys
import threading
import warnings
from contextlib import redirect_stdout
from wsgiref.simple_server import ServerHandler, WSGIRequestHandler, make_server

warnings.simplefilter("ignore")

CONFIG = """[server]
home={home}
url=http://127.0.0.1:{port}/
mimetype=application/xml; charset=UTF-8
encoding=UTF-8
language=en-US
maxrecords=10
profiles=apiso
[manager]
transactions=true
allowed_ips=127.0.0.1
[metadata:main]
identification_title=pycsw for acceptance
identification_abstract=none
identification_keywords=none
identification_keywords_type=theme
identification_fees=None
identification_accessconstraints=None
provider_name=none
provider_url=http://127.0.0.1/
contact_name=none
contact_position=none
contact_address=none
contact_city=none
contact_stateorprovince=none
contact_postalcode=none
contact_country=none
contact_phone=none
contact_fax=none
contact_email=none@example.org
contact_url=http://127.0.0.1/
contact_hours=none
contact_instructions=none
contact_role=pointOfContact
[repository]
database=sqlite:///{folder}/records.db
table=records
[metadata:inspire]
enabled=false
"""


def say_that_it_closes(handler, send=ServerHandler.cleanup_headers):
    """HTTP/1.0 closes after each answer; a client of HTTP/1.1 wants to be told."""
    send(handler)
    handler.headers["Connection"] = "close"


ServerHandler.cleanup_headers = say_that_it_closes


class Quiet(WSGIRequestHandler):
    def log_message(self, *arguments):
        pass


def main(folder):
    import pycsw
    from pycsw.core import admin
    from pycsw.wsgi import application

    def serve(environment, start_response):
        with redirect_stdout(io.StringIO()):
            return application(environment, start_response)

    server = make_server("127.0.0.1", 0, serve, handler_class=Quiet)
    database = os.path.join(folder, "records.db")
    if os.path.exists(database):
        os.remove(database)
    config = os.path.join(folder, "pycsw.cfg")
    with open(config, "w") as out:
        home = os.path.dirname(os.path.dirname(pycsw.__file__))
        out.write(CONFIG.format(home=home, folder=folder, port=server.server_port))
    os.environ["PYCSW_CONFIG"] = config
    with redirect_stdout(io.StringIO()):
        admin.setup_db("sqlite:///" + database, "records", folder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, flush=True)
    sys.stdin.read()


main(os.path.abspath(sys.argv[1]))
