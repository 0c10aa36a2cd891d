// The main of a fuzz target when libFuzzer is not linked: runs every seed file of the folders named on the
// command line, and fixed mutations of each (truncations, flipped bytes, repeated and swapped blocks), so
// that a fuzz target is exercised by every developer build and the same way each time.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

void run(const std::string& bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
}

void mutate_and_run(const std::string& seed, std::mt19937& random) {
  run(seed);
  if (seed.empty()) return;
  constexpr int kMutations = 120;
  for (int round = 0; round < kMutations; ++round) {
    std::string bytes = seed;
    const size_t at = random() % bytes.size();
    switch (round % 5) {
      case 0: bytes.resize(at); break;
      case 1: bytes[at] = static_cast<char>(random()); break;
      case 2: bytes[at] = static_cast<char>(bytes[at] ^ (1 << (random() % 8))); break;
      case 3: bytes.insert(at, bytes.substr(random() % bytes.size(), random() % 64)); break;
      default: bytes.erase(at, random() % 32); break;
    }
    run(bytes);
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::filesystem::path> files;
  for (int i = 1; i < argc; ++i) {
    if (!std::filesystem::exists(argv[i])) continue;
    if (std::filesystem::is_regular_file(argv[i])) files.emplace_back(argv[i]);
    if (!std::filesystem::is_directory(argv[i])) continue;
    for (const auto& entry : std::filesystem::directory_iterator(argv[i])) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  std::mt19937 random(20261121);
  run("");
  for (const auto& file : files) {
    std::ifstream stream(file, std::ios::binary);
    mutate_and_run(std::string(std::istreambuf_iterator<char>(stream), {}), random);
  }
  if (files.empty()) {
    std::fprintf(stderr, "no seeds: name a folder that holds some\n");
    return 1;
  }
  std::printf("%zu seeds, each with its mutations\n", files.size());
  return 0;
}
