package dev.rapport.model.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.SurveyAnswer;
import dev.rapport.model.customer.Usage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowRulesTest {

    // ---------------------------------------------------------------- cells

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    NaN       | not-a-number
                    Infinity  | not-a-number
                    -Infinity | not-a-number
                    1e999     | out-of-range
                    -1e999    | out-of-range
                    1e16      | out-of-range
                    0x1p3     | not-a-number
                    1d        | not-a-number
                    1,5       | not-a-number
                    1.2.3     | not-a-number
                    --1       | not-a-number
                    1e        | not-a-number
                    e5        | not-a-number
                    .         | not-a-number
                    -         | not-a-number
                    ٣         | not-a-number
                    1 000     | not-a-number
                    """)
    void badNumbers_areRejected(String text, String code) {
        Folder folder = new Folder().file("usage.csv", "customer,at,quantity", "acme,2025-01-01,\"" + text + "\"");
        assertThat(folder.rejected()).containsExactly("usage.csv:2 quantity " + code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    3     | 3
                    3.50  | 3.5
                    -0.5  | -0.5
                    +.5   | 0.5
                    5.    | 5
                    1e3   | 1000
                    1E-3  | 0.001
                    1e15  | 1e15
                    0e999 | 0
                    """)
    void goodNumbers_areRead(String text, double number) {
        Folder folder = new Folder().file("usage.csv", "customer,at,quantity", "acme,2025-01-01,\" " + text + " \"");
        assertThat(folder.customer("acme").entries(Usage.SERIES).get(0).get(Usage.QUANTITY))
                .isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-02-29, no-such-day",
        "2025-13-01, no-such-day",
        "2025-04-31, no-such-day",
        "1969-12-31, date-out-of-range",
        "2101-01-01, date-out-of-range",
        "9999-12-31, date-out-of-range",
        "01.02.2025, not-a-date",
        "2025-1-1, not-a-date",
        "yesterday, not-a-date",
        "2025-01-01T25:00, no-such-day"
    })
    void badDates_areRejected(String text, String code) {
        assertThat(new Folder()
                        .file("usage.csv", "customer,at,quantity", "acme," + text + ",1")
                        .rejected())
                .containsExactly("usage.csv:2 at " + code);
        assertThat(new Folder()
                        .file("contracts.csv", "customer,id,start", "acme,c," + text)
                        .rejected())
                .containsExactly("contracts.csv:2 start " + code);
    }

    @Test
    void leapDays_andTheEndsOfTheRange_areRead() {
        assertThat(new Folder()
                        .file(
                                "usage.csv",
                                "customer,at,quantity",
                                "acme,2024-02-29,1",
                                "acme,1970-01-01,1",
                                "acme,2100-12-31,1")
                        .rejected())
                .isEmpty();
    }

    @Test
    void ownDateAttributes_canLieLongBefore() {
        Folder folder = new Folder()
                .manifest("\"attributes\": [{\"name\": \"founded-on\", \"kind\": \"date\"}]")
                .file(
                        "customers.csv",
                        "id,since,founded-on",
                        "acme,2024-01-01,1761-05-01",
                        "beta,2024-01-01,0999-01-01");
        assertThat(folder.rejected()).containsExactly("customers.csv:3 founded-on date-out-of-range");
    }

    @ParameterizedTest
    @CsvSource({
        "ZZZ 5, unknown-currency",
        "EUR, not-an-amount",
        "EUR five, not-an-amount",
        "five, not-an-amount",
        "eur 5, not-an-amount",
        "EUR 1e999999999, out-of-range",
        "EUR 1e-999999999, out-of-range",
        "EUR 1e16, out-of-range",
        "EUR NaN, not-an-amount"
    })
    void badAmounts_areRejected(String text, String code) {
        assertThat(new Folder()
                        .file("purchases.csv", "customer,at,amount", "acme,2025-01-01," + text)
                        .rejected())
                .containsExactly("purchases.csv:2 amount " + code);
    }

    @Test
    void amountsWithMoreDecimalsThanTheCurrency_areRounded_andThatIsSaid() {
        Folder folder = new Folder()
                .file(
                        "purchases.csv",
                        "customer,at,amount",
                        "acme,2025-01-01,1.10",
                        "acme,2025-01-02,1.125",
                        "acme,2025-01-03,1.135");
        assertThat(folder.read().warnings().render())
                .isEqualTo("purchases.csv:3: warning: has 2 amounts with more decimals than the currency; rounded half"
                        + " even to those it has.");
        assertThat(Folder.told(folder.read()).toString()).contains("EUR 1.12").contains("EUR 1.14");
    }

    @Test
    void booleans_areTrueOrFalse() {
        assertThat(new Folder()
                        .file(
                                "contracts.csv",
                                "customer,id,start,auto-renews",
                                "acme,a,2025-01-01,TRUE",
                                "acme,b,2025-01-01,false",
                                "acme,c,2025-01-01,Y")
                        .rejected())
                .containsExactly("contracts.csv:4 auto-renews not-a-boolean");
    }

    // ---------------------------------------------------------------- rows

    @Test
    void aRowIsRejectedForAllItsReasons() {
        assertThat(new Folder()
                        .file("usage.csv", "customer,at,quantity", ",x,", "acme,2025-01-01,")
                        .rejected())
                .containsExactly(
                        "usage.csv:2 at not-a-date",
                        "usage.csv:2 customer missing-value",
                        "usage.csv:2 quantity missing-value",
                        "usage.csv:3 quantity missing-value");
    }

    @Test
    void customersNeedAnId_andSince() {
        assertThat(new Folder()
                        .file("customers.csv", "id,since", ",2024-01-01", " ,2024-01-01", "acme,")
                        .rejected())
                .containsExactly(
                        "customers.csv:2 id missing-value",
                        "customers.csv:3 id missing-value",
                        "customers.csv:4 since missing-value");
    }

    @Test
    void customersWithTwoBeginnings_areRejected() {
        assertThat(new Folder()
                        .file("customers.csv", "id,since,valid-from", "acme,2024-01-01,", "acme,2023-01-01,2024-05-01")
                        .rejected())
                .containsExactly("customers.csv:3 since contradiction");
    }

    @Test
    void statementsThatEndBeforeTheyBegin_areRejected() {
        assertThat(new Folder()
                        .file("customers.csv", "id,since,valid-until", "acme,2024-01-01,2024-01-01")
                        .rejected())
                .containsExactly("customers.csv:2 valid-until end-before-start");
    }

    @Test
    void sameCustomerAtTheSameTimes_isTakenOnce() {
        Folder folder = new Folder()
                .file("customers.csv", "id,since,name", "acme,2024-01-01,B", "acme,2024-01-01,A", "acme,2024-01-01,A");
        assertThat(folder.rejected()).containsExactly("customers.csv:2  contradiction", "customers.csv:4  duplicate");
        assertThat(folder.read().quarantine().rejections().get(0).reason())
                .isEqualTo("says something else than line 3, which was kept, of the same customer at the same times");
        assertThat(folder.customer("acme").timeline(CustomerAttributes.NAME).facts())
                .extracting(fact -> fact.value())
                .containsExactly("A");
    }

    @Test
    void sameRecordAtTheSameTimes_isTakenOnce_butAmendmentsAreVersions() {
        Folder folder = new Folder()
                .file(
                        "contracts.csv",
                        "customer,id,start,at,recorded-at,arr",
                        "acme,c,2025-01-01,2025-01-01,,10",
                        "acme,c,2025-01-01,2025-06-01,,20",
                        "acme,c,2025-01-01,2025-06-01,2025-07-01,30",
                        "acme,c,2025-01-01,2025-06-01,2025-06-01,20.00",
                        "beta,c,2025-01-01,2025-01-01,,10");
        assertThat(folder.rejected()).containsExactly("contracts.csv:5  duplicate");
        assertThat(folder.customer("acme").entries(Contract.SERIES)).hasSize(3);
    }

    @Test
    void eventsWithoutAnId_canBeEqual_andWithAnIdCannot() {
        assertThat(new Folder()
                        .file("usage.csv", "customer,at,quantity", "acme,2025-01-01,1", "acme,2025-01-01,1")
                        .rejected())
                .isEmpty();
        assertThat(new Folder()
                        .file("usage.csv", "customer,id,at,quantity", "acme,u,2025-01-01,1", "acme,u,2025-01-01,2")
                        .rejected())
                .containsExactly("usage.csv:3  contradiction");
    }

    @Test
    void rowsOfUnknownOrRejectedCustomers_areRejected() {
        assertThat(new Folder()
                        .file("customers.csv", "id,since", "acme,2024-01-01", "beta,2024-02-30")
                        .file("usage.csv", "customer,at,quantity", "Acme,2025-01-01,1", "beta,2025-01-01,1")
                        .rejected())
                .containsExactly(
                        "customers.csv:3 since no-such-day",
                        "usage.csv:2 customer unknown-customer",
                        "usage.csv:3 customer unknown-customer");
    }

    @Test
    void linesOfUnknownOrRejectedContracts_areRejected() {
        assertThat(new Folder()
                        .file(
                                "contracts.csv",
                                "customer,id,start,end",
                                "acme,c,2025-01-01,2024-01-01",
                                "beta,d,2025-01-01,")
                        .file(
                                "contract-lines.csv",
                                "customer,id,contract,product,arr",
                                "acme,l,c,core,1",
                                "acme,m,d,core,1",
                                "beta,n,d,core,1")
                        .rejected())
                .containsExactly(
                        "contract-lines.csv:2 contract unknown-contract",
                        "contract-lines.csv:3 contract unknown-contract",
                        "contracts.csv:2 end end-before-start");
    }

    @Test
    void questionThatWasNotAnswered_isOfTheDayItWasAsked_butAnAnswerSaysWhenItWasGiven() {
        Folder folder = new Folder()
                .file(
                        "survey-answers.csv",
                        "customer,instrument,score,at,asked-on",
                        "acme,nps,,,2025-02-01",
                        "acme,nps,9,2025-02-05,2025-02-01",
                        "acme,nps,8,,2025-02-01",
                        "acme,nps,,,");

        assertThat(folder.rejected())
                .containsExactly("survey-answers.csv:4 at missing-value", "survey-answers.csv:5 at missing-value");
        assertThat(folder.customer("acme").entries(SurveyAnswer.SERIES))
                .extracting(entry -> entry.at().toString())
                .containsExactly("2025-01-31T23:00:00Z", "2025-02-04T23:00:00Z");
    }

    @Test
    void negativeRecurringRevenue_isRejected() {
        assertThat(new Folder()
                        .file("contracts.csv", "customer,id,start,arr", "acme,c,2025-01-01,-1", "acme,d,2025-01-01,0")
                        .file("contract-lines.csv", "customer,id,contract,product,arr", "acme,l,d,core,-0.01")
                        .rejected())
                .containsExactly("contract-lines.csv:2 arr negative-arr", "contracts.csv:2 arr negative-arr");
    }

    @Test
    void termsThatEndBeforeTheyBegin_areRejected() {
        assertThat(new Folder()
                        .file("owners.csv", "customer,id,role,owner,from,to", "acme,o,csm,mia,2025-02-01,2025-01-31")
                        .file(
                                "stages.csv",
                                "customer,id,stage,entered-on,left-on",
                                "acme,s,live,2025-02-01,2025-02-01",
                                "acme,t,live,2025-02-01,2025-01-01")
                        .rejected())
                .containsExactly("owners.csv:2 to end-before-start", "stages.csv:3 left-on end-before-start");
    }

    // ---------------------------------------------------------------- what does not fit together

    @Test
    void relationsToUnknownCustomers_areRemarked_andKept() {
        Folder folder = new Folder()
                .file(
                        "customers.csv",
                        "id,since,parent,merged-into",
                        "acme,2024-01-01,ghost,",
                        "beta,2024-01-01,acme,x");
        assertThat(folder.warned())
                .containsExactly("customers.csv:2 unknown-parent", "customers.csv:3 unknown-reference");
        assertThat(Folder.told(folder.read()).toString()).contains("ghost");
    }

    @Test
    void parentCycle_namesItsPath_andLeavesTheParentsOut() {
        Folder folder = new Folder()
                .file(
                        "customers.csv",
                        "id,since,parent",
                        "a,2024-01-01,b",
                        "b,2024-01-01,c",
                        "c,2024-01-01,b",
                        "d,2024-01-01,d",
                        "e,2024-01-01,a");
        assertThat(folder.read().warnings().render()).isEqualTo("""
                        customers.csv:3: warning: customers are their own parents: "b" -> "c" -> "b"; what was recorded last of it is left out.
                        customers.csv:5: warning: customers are their own parents: "d" -> "d"; what was recorded last of it is left out.""");
        assertThat(Folder.told(folder.read()).toString())
                .contains("a since")
                .doesNotContain("[.. ")
                .containsOnlyOnce("b]")
                .containsOnlyOnce("a]");
    }

    @Test
    void parentsThatSwap_areNoCycle() {
        assertThat(new Folder()
                        .file(
                                "customers.csv",
                                "id,since,valid-from,valid-until,parent",
                                "a,2024-01-01,2024-01-01,2025-01-01,b",
                                "b,2024-01-01,2025-01-01,,a")
                        .warned())
                .isEmpty();
        assertThat(new Folder()
                        .file(
                                "customers.csv",
                                "id,since,valid-from,valid-until,parent",
                                "a,2024-01-01,2024-01-01,2025-01-02,b",
                                "b,2024-01-01,2025-01-01,,a")
                        .warned())
                .containsExactly("customers.csv:3 parent-cycle");
    }

    @Test
    void aLongRing_isFoundQuickly() {
        int size = 20_000;
        String[] lines = new String[size + 1];
        lines[0] = "id,since,parent";
        for (int i = 0; i < size; i++) {
            lines[i + 1] = "c" + i + ",2024-01-01,c" + (i + 1) % size;
        }
        assertThat(new Folder().file("customers.csv", lines).read().warnings().render())
                .contains(" -> 19990 more -> \"c0\"");
        for (int i = 0; i < size; i++) {
            lines[i + 1] = "c" + i + ",2024-01-01T00:" + i / 60 % 60 + ":" + i % 60 + ",c" + (i + 1) % size;
        }
        for (int i = 1; i <= size; i++) {
            lines[i] = lines[i].replaceAll(":(\\d)(?=[:,])", ":0$1");
        }
        assertThat(new Folder().file("customers.csv", lines).read().warnings().render())
                .contains("20000 customers from \"c0\" on could be their own parents");
    }

    @Test
    void unknownPredecessors_payers_andInvoicedContracts_areRemarked() {
        assertThat(new Folder()
                        .file(
                                "contracts.csv",
                                "customer,id,start,predecessor,paying-customer",
                                "acme,c,2025-01-01,,beta",
                                "acme,d,2025-01-01,c,",
                                "acme,e,2025-01-01,z,holding")
                        .file(
                                "invoices.csv",
                                "customer,id,at,amount,due-on,contract",
                                "acme,i,2025-01-01,5,2025-02-01,z",
                                "acme,j,2025-01-01,5,2025-02-01,c")
                        .warned())
                .containsExactly(
                        "contracts.csv:4 unknown-predecessor",
                        "contracts.csv:4 unknown-reference",
                        "invoices.csv:2 unknown-reference");
    }

    @Test
    void contractThatNamesItselfAsPredecessor_isRemarked_andHasNone() {
        Folder folder = new Folder()
                .file(
                        "contracts.csv",
                        "customer,id,start,end,predecessor",
                        "acme,a,2025-01-01,2026-01-01,",
                        "acme,b,2026-01-01,2027-01-01,a",
                        "beta,c,2025-01-01,2026-01-01,c");

        assertThat(folder.warned()).containsExactly("contracts.csv:4 own-predecessor");
        assertThat(folder.read().warnings().list().get(0).message())
                .isEqualTo("contract names itself as its predecessor, and so has none");
        assertThat(folder.customer("beta").entries(Contract.SERIES))
                .singleElement()
                .satisfies(entry ->
                        assertThat(Contract.SERIES.read(entry).predecessor()).isEmpty());
    }

    @Test
    void overlappingTermsOfAProduct_areRemarked() {
        Folder folder = new Folder()
                .file(
                        "contracts.csv",
                        "customer,id,start,end,ended-on,offering,trial",
                        "acme,a,2024-01-01,2025-01-01,,core,",
                        "acme,b,2025-01-01,2026-01-01,,core,",
                        "acme,c,2025-12-31,2027-01-01,,core,",
                        "acme,d,2025-06-01,,,other,",
                        "acme,e,2025-06-01,2025-07-01,,core,true",
                        "beta,a,2024-01-01,,2024-06-01,core,",
                        "beta,b,2024-06-01,,,core,",
                        "beta,c,2024-12-01,,,core,");
        assertThat(folder.read().warnings().render()).isEqualTo("""
                        contracts.csv:4: warning: contract "c" begins on 2025-12-31 while "b" runs until 2026-01-01 for the same product, "core".
                        contracts.csv:9: warning: contract "c" begins on 2024-12-01 while "b" runs on for the same product, "core".""");
    }

    @Test
    void overlaps_areThoseOfLines_inTheVersionsThatStand() {
        assertThat(new Folder()
                        .file(
                                "contracts.csv",
                                "customer,id,at,start,end",
                                "acme,a,2024-01-01,2024-01-01,2026-01-01",
                                "acme,a,2025-01-01,2024-01-01,2025-01-01",
                                "acme,b,2025-01-01,2025-01-01,2026-01-01",
                                "acme,c,2025-01-01,2025-01-01,2026-01-01")
                        .file(
                                "contract-lines.csv",
                                "customer,id,contract,product,arr,start,end",
                                "acme,1,a,core,1,,",
                                "acme,2,b,core,1,,2025-06-01",
                                "acme,3,c,core,1,2025-06-01,",
                                "acme,4,c,core,1,,")
                        .warned())
                .containsExactly("contracts.csv:5 overlapping-terms");
    }

    @Test
    void emptyTerms_areRemarked() {
        assertThat(new Folder()
                        .file("contracts.csv", "customer,id,start,end", "acme,c,2025-01-01,2025-01-01")
                        .warned())
                .containsExactly("contracts.csv:2 empty-term");
    }

    @Test
    void currenciesWithoutARate_areRemarked() {
        Folder folder = new Folder()
                .file("rates.csv", "currency,from,rate", "USD,2025-01-01,0.9", "CHF,2024-01-01,1.05")
                .file(
                        "purchases.csv",
                        "customer,at,amount",
                        "acme,2025-01-01,CHF 1",
                        "acme,2024-01-01,USD 1",
                        "acme,2023-05-05,USD 1",
                        "acme,2025-01-01,JPY 100",
                        "acme,2025-01-01,EUR 1");
        assertThat(folder.read().warnings().render()).isEqualTo("""
                        purchases.csv:4: warning: has 2 amounts in USD, the earliest of 2023-05-05, and the rates of it to EUR begin on 2025-01-01.
                          Maybe add earlier rates: questions as of a day before fail.
                        purchases.csv:5: warning: has 1 amount in JPY, the earliest of 2025-01-01, and there is no rate of it to EUR.
                          Maybe add it to the rates: without, what sums these amounts fails.""");
        assertThat(folder.rejected()).isEmpty();
    }

    @Test
    void manyRemarksOfAKind_areCounted() {
        String[] lines = new String[31];
        lines[0] = "id,since,parent";
        for (int i = 1; i <= 30; i++) {
            lines[i] = "c" + (100 + i) + ",2024-01-01,ghost";
        }
        List<String> warned = new Folder().file("customers.csv", lines).warned();
        assertThat(warned).hasSize(11);
        assertThat(new Folder().file("customers.csv", lines).read().warnings().render())
                .contains("customers.csv: warning: has 20 further rows like this.");
    }
}
