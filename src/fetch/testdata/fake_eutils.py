"""Plays NCBI E-utilities on the loopback for fetch_test.cpp.

The first folder of the address names what happens: /good/esearch.fcgi works; /busy/ answers 429 to the first
efetch; /flaky/ drops a connection, cuts an answer off and sends an HTML page before it works; /down/ always
answers 503; /empty/ and /refused/ find nothing and refuse; /expired/ forgets the history once. A line of JSON for
each request goes to the log file. Prints its port, and ends by itself after a minute.
"""

import http.server
import json
import sys
import threading
import time
import urllib.parse

TOTAL = 5
counts = {}
log = open(sys.argv[1], "a", encoding="utf-8")


def record(number):
    return (
        f'<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">{number}</PMID>'
        f'<Article PubModel="Print"><Journal><JournalIssue CitedMedium="Print"><PubDate><Year>2020</Year></PubDate>'
        f"</JournalIssue><Title>Journal of Examples</Title></Journal><ArticleTitle>Record {number}</ArticleTitle>"
        f"<Abstract><AbstractText>Text of record {number}.</AbstractText></Abstract><Language>eng</Language>"
        f'<PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType></PublicationTypeList>'
        f"</Article></MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType=\"pubmed\">{number}</ArticleId>"
        f"</ArticleIdList></PubmedData></PubmedArticle>"
    )


def records(start, size):
    body = "".join(record(1001 + i) for i in range(start, min(start + size, TOTAL)))
    return ('<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2024//EN" '
            f'"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_240101.dtd">\n<PubmedArticleSet>{body}</PubmedArticleSet>')


FOUND = ('<?xml version="1.0" encoding="UTF-8" ?>\n<eSearchResult><Count>{}</Count><RetMax>0</RetMax><RetStart>0</RetStart>'
         "<QueryKey>1</QueryKey><WebEnv>MCID_{}</WebEnv><IdList/><QueryTranslation>x</QueryTranslation></eSearchResult>")
EMPTY = ("<eSearchResult><Count>0</Count><RetMax>0</RetMax><IdList/><ErrorList><PhraseNotFound>anismuss</PhraseNotFound>"
         "</ErrorList><WarningList><OutputMessage>No items found.</OutputMessage></WarningList></eSearchResult>")
REFUSED = "<eSearchResult><ERROR>Empty term and query_key - nothing todo</ERROR></eSearchResult>"


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, body, status=200, headers=(), declared=None):
        data = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/xml")
        self.send_header("Content-Length", str(declared or len(data)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)
        if declared:
            self.close_connection = True

    def do_POST(self):
        form = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        fields = dict(urllib.parse.parse_qsl(form))
        scenario, program = self.path.strip("/").split("/")
        key = (scenario, program)
        counts[key] = counts.get(key, 0) + 1
        time_now = time.monotonic()
        log.write(json.dumps({"scenario": scenario, "program": program, "time": time_now, **fields}) + "\n")
        log.flush()
        if scenario == "down":
            return self.answer("busy", 503)
        if program == "esearch.fcgi":
            if scenario == "empty":
                return self.answer(EMPTY)
            if scenario == "refused":
                return self.answer(REFUSED)
            return self.answer(FOUND.format(TOTAL, counts[key]))
        start, size = int(fields["retstart"]), int(fields["retmax"])
        if scenario == "busy" and counts[key] == 1:
            return self.answer("too many requests", 429, [("Retry-After", "0")])
        if scenario == "expired" and fields["WebEnv"] == "MCID_1" and start > 0:
            return self.answer("<eFetchResult><ERROR>Unable to obtain query #1: WebEnv expired</ERROR></eFetchResult>")
        if scenario == "stops" and start > 0 and not fields.get("email"):
            return self.answer("out of order", 500)
        if scenario == "flaky" and counts[key] == 1:
            self.close_connection = True
            return self.connection.close()
        if scenario == "flaky" and counts[key] == 2:
            whole = records(start, size)
            return self.answer(whole[: len(whole) // 2], declared=len(whole.encode()))
        if scenario == "flaky" and counts[key] == 3:
            return self.answer(records(start, size)[:-30])
        if scenario == "flaky" and counts[key] == 4:
            return self.answer("<html><body>Service unavailable</body></html>")
        return self.answer(records(start, size))


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
# Until the test closes our standard input, and a minute at most.
threading.Thread(target=lambda: (sys.stdin.read(), server.shutdown()), daemon=True).start()
deadline = time.monotonic() + 60
while time.monotonic() < deadline and threading.active_count() > 2:
    time.sleep(0.05)
