// attest serve: the web app and HTTP API on a collection.
#include <csignal>
#include <memory>
#include <string>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/default_collection.h"
#include "cli/terminal.h"
#include "cli/thesaurus_file.h"
#include "server/router.h"
#include "server/site.h"

namespace attest {

namespace {

struct ServeOptions {
  std::string collection;
  TransportSettings transport;
  SiteSettings site;
};

bool is_loopback(const std::string& address) { return address == "::1" || address.starts_with("127."); }

std::string shown_host(const std::string& address) {
  return address.find(':') == std::string::npos ? address : "[" + address + "]";
}

// Blocked before any thread starts, so that every thread has them blocked and sigwait() below gets them.
sigset_t block_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  return signals;
}

Result<int> run_serve(ServeOptions& options) {
  ATTEST_ASSIGN(options.site.collection, collection_to_read(options.collection));
  ATTEST_ASSIGN(const auto thesaurus, load_program_thesaurus());
  options.site.log = [](std::string_view line) { fmt::print(stderr, "{}\n", line); };
  const sigset_t signals = block_signals();
  ATTEST_ASSIGN(const auto site, Site::open(options.site, thesaurus));
  Router router(*site);
  ATTEST_ASSIGN(const auto server, HttpServer::start(options.transport, router));
  router.listening_on(options.transport.address, server->port());
  site->transport_counts = [&server] { return server->counts(); };
  fmt::print(stderr, "attest: {} with {} documents, at http://{}:{}/\n", options.site.collection.string(),
             site->snapshot()->collection().document_count(), shown_host(options.transport.address),
             server->port());
  if (is_loopback(options.transport.address)) {
    fmt::print(stderr,
               "attest: only this machine can reach it; --address listens elsewhere. Ctrl+C ends it.\n");
  } else {
    fmt::print(
        stderr,
        "attest: other machines can reach it, without encryption or login: put a proxy with TLS before "
        "it, see docs/server.md\n");
  }
  int signal = 0;
  sigwait(&signals, &signal);
  fmt::print(stderr, "attest: stopping\n");
  server->stop();
  return 0;
}

}  // namespace

void register_serve(CLI::App& app, int& exit_status) {
  auto options = std::make_shared<ServeOptions>();
  CLI::App* command = app.add_subcommand("serve", "Open the web app and the HTTP API on a collection");
  command->add_option("-c,--collection", options->collection,
                      "Collection to read (default: $ATTEST_COLLECTION, then your own, then the starter)");
  command->add_option("--address", options->transport.address, "Address to listen on")->capture_default_str();
  command->add_option("--port", options->transport.port, "Port to listen on; 0 takes a free one")
      ->capture_default_str();
  command->add_option("--host-name", options->site.host_names,
                      "A name under which the site may be asked for, beside its address; * for any");
  command->add_option("--workers", options->transport.workers, "Threads that answer; 0 for one each core")
      ->capture_default_str();
  command->add_option("--connections", options->transport.connections_max, "Connections open at one time")
      ->capture_default_str()
      ->check(CLI::Range(1, 1'000'000));
  command
      ->add_option("--idle-seconds", options->transport.idle_seconds,
                   "How long a connection may wait for its next request")
      ->capture_default_str();
  command
      ->add_option("--header-seconds", options->transport.header_seconds,
                   "How long the header of a request may take")
      ->capture_default_str();
  command
      ->add_option("--body-seconds", options->transport.body_seconds,
                   "How long its body may take, beside a second for each 16 KiB")
      ->capture_default_str();
  command
      ->add_option("--write-seconds", options->transport.write_seconds,
                   "How long a reader may take, beside a second for each 16 KiB")
      ->capture_default_str();
  command
      ->add_option("--stop-seconds", options->transport.stop_seconds,
                   "How long requests may go on after Ctrl+C")
      ->capture_default_str();
  command
      ->add_option("--waiting", options->transport.waiting_max,
                   "Requests that may wait for a worker; more are told to come back")
      ->capture_default_str();
  const auto mebibytes = [&](const char* name, size_t& bytes, const char* help) {
    command
        ->add_option_function<size_t>(
            name, [&bytes](const size_t& given) { bytes = given << 20; }, help)
        ->default_str(std::to_string(bytes >> 20))
        ->check(CLI::Range(1, 1 << 20));
  };
  mebibytes("--upload-mib", options->site.upload_bytes_max, "Size of the files in one request, in MiB");
  mebibytes("--uploads-mib", options->transport.bodies_bytes_max,
            "Size of all that is being uploaded at one time, in MiB");
  mebibytes("--cache-mib", options->site.pages_cached_bytes_max,
            "Memory for ready-made pages of one snapshot, in MiB");
  command
      ->add_option("--look-seconds", options->site.look_every_seconds,
                   "How often to look for a new snapshot of the collection")
      ->capture_default_str()
      ->check(CLI::Range(1, 86400));
  command->add_option("--support", options->site.support_text,
                      "Shown to patients and partners: whom to turn to");
  command->add_option("--support-address", options->site.support_address, "A web address below it");
  command
      ->add_option("--quick-exit", options->site.quick_exit_address,
                   "Where “Leave this page” leads; empty for no such button")
      ->capture_default_str();
  command->add_flag("--allow-adding", options->site.adding_allowed,
                    "Let whoever can reach the site add files to the collection");
  command->add_flag("--log", options->site.requests_logged,
                    "Write a line for each request to standard error, without what was asked");
  command->add_flag("--log-questions", options->site.questions_logged, "The same, with what was asked");
  command->footer(
      "Examples:\n"
      "  attest serve\n"
      "  attest serve -c pubmed --port 9000 --log\n"
      "  attest serve --address 0.0.0.0 --host-name evidence.example.org");
  command->callback([options, &exit_status] {
    const auto status = run_serve(*options);
    exit_status = status ? *status : report_error(status.error());
  });
}

}  // namespace attest
