// fetch: literature from PubMed, over the network. Takes a query, gives Documents through parse. May include
// base, document, parse. The only folder that opens a connection, and only when a person asks for it.
//
// NCBI E-utilities with the history server (https://www.ncbi.nlm.nih.gov/books/NBK25501/): esearch stores the
// result at NCBI, efetch takes it down in batches. NCBI's rules are kept: at most 3 requests a second without
// a key and 10 with one, tool and e-mail named, waiting when the server says so.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "base/result.h"
#include "parse/parser.h"

namespace attest {

struct FetchOptions {
  std::string query;                                                       // PubMed syntax
  std::string base_url = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils";  // or a mirror
  std::string api_key;                                                     // of the person; "" without
  std::string tool = "attest";
  std::string email;          // how NCBI reaches the person; "" leaves it out
  uint64_t records_max = 0;   // 0: everything that is found
  uint32_t batch_size = 200;  // records a request, 1 to 10,000
  uint32_t attempts_max = 6;  // a request, the first included
  uint32_t connect_seconds_max = 30;
  uint32_t request_seconds_max = 300;
  uint32_t wait_seconds_max = 120;     // longest wait between attempts, whatever Retry-After says
  uint32_t retry_milliseconds = 1000;  // the first wait; doubled each time
  // Where the state of an unfinished run is kept, so that the same query goes on where it stopped; written
  // after each delivered batch, removed at the end. Empty: no resuming.
  std::filesystem::path resume_file;
  // Where batches are stored while they are read; empty: the system's temporary folder.
  std::filesystem::path temporary_folder;
};

struct FetchProgress {
  uint64_t found = 0;      // what the query has
  uint64_t wanted = 0;     // found, or records_max
  uint64_t delivered = 0;  // documents so far, those of earlier runs of a resumed query included
  uint64_t bytes = 0;      // received in this run
};

struct FetchSink {
  DocumentSink documents;  // see parse/parser.h
  // After esearch and after each batch. False stops; the resume file stays.
  std::function<bool(const FetchProgress&)> progress;
  // Called when a batch has been delivered whole, before it is noted as done: the place to commit. An error
  // stops the run, and the batch will be fetched again.
  std::function<Status()> batch_done;
  // A warning that does not stop the run ("waiting 5 s: the server is busy", "PubMed did not know the
  // phrase").
  std::function<void(const std::string&)> note;
};

// Errors: kUsage for a query that PubMed refuses, kNotFound when nothing matches, kEnvironment for the
// network and the server. What was delivered before an error stands.
Status fetch_pubmed(const FetchOptions& options, const FetchSink& sink);

}  // namespace attest
