#include "text/registry_numbers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text/registration_statements.h"

namespace attest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> numbers(std::string_view text, bool field = false) {
  std::vector<std::string> found;
  for (const RegistryNumber& one : find_registry_numbers(text, field)) {
    EXPECT_FALSE(one.span.of(text).empty());
    found.push_back(one.number);
  }
  return found;
}

TEST(RegistryNumbers, OfEachRegistryAreRead) {
  EXPECT_THAT(numbers("NCT01234567, ISRCTN 11791740; ACTRN12606000098538"),
              ElementsAre("NCT01234567", "ISRCTN11791740", "ACTRN12606000098538"));
  EXPECT_THAT(numbers("UMIN000012345 DRKS00001234 KCT0001234 TCTR20151021003"),
              ElementsAre("UMIN000012345", "DRKS00001234", "KCT0001234", "TCTR20151021003"));
  EXPECT_THAT(numbers("PACTR201907779292947, RPCEC00000123, LBCTR2019070214, PHRR120710-000003"),
              ElementsAre("PACTR201907779292947", "RPCEC00000123", "LBCTR2019070214", "PHRR120710-000003"));
  EXPECT_THAT(numbers("CTRI/2017/01/007700 and CTRI/2009/091/000099, SLCTR/2017/001"),
              ElementsAre("CTRI/2017/01/007700", "CTRI/2009/091/000099", "SLCTR/2017/001"));
  EXPECT_THAT(numbers("IRCT20150101020514N1 (IRCT: 138812213537N2)"),
              ElementsAre("IRCT20150101020514N1", "IRCT138812213537N2"));
  EXPECT_THAT(numbers("ChiCTR-TRC-12002345, ChiCTR-IOR-16008222, ChiCTR1900021234"),
              ElementsAre("ChiCTR-TRC-12002345", "ChiCTR-IOR-16008222", "ChiCTR1900021234"));
  EXPECT_THAT(numbers("jRCTs031180238; jRCT2031200001; RBR-3rkdnb; CRD42017012345"),
              ElementsAre("jRCTs031180238", "jRCT2031200001", "RBR-3rkdnb", "CRD42017012345"));
  EXPECT_THAT(numbers("JPRN-UMIN000012345, JPRN-JapicCTI-121234, JPRN-JMA-IIA00123"),
              ElementsAre("UMIN000012345", "JapicCTI-121234", "JMA-IIA00123"));
}

TEST(RegistryNumbers, OfTheEuropeanUnionAreReadWhereTheyAreNamed) {
  EXPECT_THAT(numbers("EudraCT number: 2004-000446-20."), ElementsAre("2004-000446-20"));
  EXPECT_THAT(numbers("EudraCT 2004-000446-20, 2007-001234-56"),
              ElementsAre("2004-000446-20", "2007-001234-56"));
  EXPECT_THAT(numbers("EUCTR2004-000446-20-GB"), ElementsAre("2004-000446-20"));
  EXPECT_THAT(numbers("EU CT 2022-501417-31-00"), ElementsAre("2022-501417-31-00"));
  EXPECT_THAT(numbers("2004-000446-20", true), ElementsAre("2004-000446-20"));
  EXPECT_THAT(numbers("Approved by the committee (2004-000446-20)."), IsEmpty());
  EXPECT_THAT(numbers("Grant 2022-401417-31-00"), IsEmpty());
}

TEST(RegistryNumbers, ThatAreShortStandAfterARegister) {
  EXPECT_THAT(numbers("Netherlands Trial Register: NTR1234."), ElementsAre("NTR1234"));
  EXPECT_THAT(numbers("Dutch Trial Register, NL7654 (NTR 1234)"), ElementsAre("NL7654", "NTR1234"));
  EXPECT_THAT(numbers("The NTR1234 antibody"), IsEmpty());
  EXPECT_THAT(numbers("The trial was registered. The protocol NL54115.015.15 was approved."), IsEmpty());
  EXPECT_THAT(numbers("The strain NL63 and NTRK1"), IsEmpty());
}

TEST(RegistryNumbers, NearMissesAreNone) {
  EXPECT_THAT(numbers("XNCT01234567 NCT0123456 NCT012345678"), IsEmpty());
  EXPECT_THAT(numbers("CRD007, RBR-binding, RBR-12, KCT12, UMIN 12, ChiCTR-2012"), IsEmpty());
  EXPECT_THAT(numbers("CTRI/2017/7700, SLCTR/17/1, IRCT20150101020514, PHRR120710"), IsEmpty());
  EXPECT_THAT(numbers("grant R01-DK2004000446, ethics no. 2015/1234, H-4-2012-055"), IsEmpty());
}

TEST(RegistryNumbers, MayBeGluedToAHeading) {
  EXPECT_THAT(numbers("Trial registrationISRCTN05866587 (first)"), ElementsAre("ISRCTN05866587"));
  EXPECT_THAT(numbers("ClinicalTrials.gov NCT00622570Electronic material"), ElementsAre("NCT00622570"));
}

std::vector<std::string> own(std::string_view text) {
  std::vector<std::string> found;
  for (const StatedRegistration& one : read_registration_statements(text)) {
    if (one.own) found.push_back(one.number.number);
  }
  return found;
}

TEST(RegistrationStatements, SayThatANumberIsTheirOwn) {
  for (const char* text :
       {"This trial is registered with the registry, NCT01234567.", "Trial registration: NCT01234567.",
        "Pain fell. ClinicalTrials.gov number, NCT01234567.", "Pain fell. ClinicalTrials.gov NCT01234567.",
        "Pain fell. (Funded by the fund; SLEEP ClinicalTrials.gov number, NCT01234567.)",
        "TRIAL REGISTRATION\nNCT01234567", "Unique identifier: NCT01234567.", "Pain fell. NCT01234567.",
        "It was similar to a trial of others.NCT01234567.",
        "A previous trial was small.Trial registrationNCT01234567",
        "Trial registrationClinicalTrials.gov.NCT01234567Electronic material",
        "The study was registered at http://www.REGISTER.org/NCT01234567.aspx.",
        "Registered at the register, part of the Cochrane Centre (NCT01234567).",
        "In this randomised trial (NCT01234567), 80 people got cream.",
        "We did a randomised trial (NCT01234567) of cream.",
        "Eighty people took part in a randomised trial of cream (ClinicalTrials.gov NCT01234567).",
        "Secondary analysis of a randomised trial (NCT01234567).",
        "This extension study, which follows from the first, is registered as NCT01234567."})
    EXPECT_THAT(own(text), ElementsAre("NCT01234567")) << text;
  EXPECT_THAT(own("Registered at ClinicalTrials.gov (NCT01234567) and EudraCT (2004-000446-20)."),
              ElementsAre("NCT01234567", "2004-000446-20"));
}

TEST(RegistrationStatements, OfOtherStudiesAreNot) {
  for (const char* text :
       {"Unlike trial NCT01234567, ours was blinded.", "An ancillary study of the trial NCT01234567.",
        "This is an ancillary study of a trial registered as NCT01234567.",
        "We pooled NCT01234567 and NCT07654321.", "A larger trial (NCT01234567) is ongoing.",
        "It complements two other clinical trials (ClinicalTrials.gov numbers, NCT01234567 and NCT07654321).",
        "Patients of the first cohort came from FOO (NCT01234567).",
        "Results were similar to those of FOO (ClinicalTrials.gov number, NCT01234567).",
        "As in the FOO trial (ClinicalTrials.Gov NCT01234567), pain fell.",
        "Patients were part of the FOO trial (ClinicalTrials.gov number, NCT01234567).",
        "A previous trial (NCT01234567) found no difference.",
        "One randomised trial of cream (NCT01234567) and one of toxin (NCT07654321) were found."})
    EXPECT_THAT(own(text), IsEmpty()) << text;
}

}  // namespace
}  // namespace attest
