package dev.rapport.examples.quickstart.sample;

import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.EntryBuilder;
import dev.rapport.model.customer.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;

/** Contracts beside the ones that renew each other: one that was let go while another began, and one of an earlier life. */
final class SideContracts {

    static final String SECOND_PRODUCT = "consulting";
    static final LocalDate SECOND_PRODUCT_FROM = LocalDate.of(2026, 5, 4);

    private static final LocalDate ANALYTICS_FROM = LocalDate.of(2024, 11, 1);
    private static final LocalDate EARLIER_FROM = LocalDate.of(2023, 6, 1);

    private final Profile profile;
    private final Pen pen;

    private SideContracts(Profile profile, Pen pen) {
        this.profile = profile;
        this.pen = pen;
    }

    /** When a customer first signed, where that is not its first contract of now. */
    static Optional<LocalDate> since(Profile profile) {
        return profile.is(Plant.RETURNED) ? Optional.of(EARLIER_FROM) : Optional.empty();
    }

    static void write(Profile profile, Pen pen) {
        SideContracts contracts = new SideContracts(profile, pen);
        if (profile.is(Plant.HEALTHY_PARENT)) {
            contracts.write("analytics", ANALYTICS_FROM, PlantedTruths.LET_GO_ON, 30_000);
            contracts.write(SECOND_PRODUCT, SECOND_PRODUCT_FROM, SECOND_PRODUCT_FROM.plusYears(3), 42_000);
        }
        if (profile.is(Plant.RETURNED)) {
            contracts.write("earlier", EARLIER_FROM, PlantedTruths.FIRST_LOST_ON, 9_000);
            contracts.say("churned", PlantedTruths.FIRST_LOST_ON, "competitor");
            contracts.say("reactivated", PlantedTruths.RETURNED_ON, "came-back");
        }
    }

    private void write(String product, LocalDate start, LocalDate end, long euro) {
        String id = profile.id("contract", product);
        Money arr = Money.of(profile.country().currency(), BigDecimal.valueOf(euro));
        LocalDate notice = end.minusDays(45);
        pen.write(Contract.SERIES, id, start, contract -> fill(contract, product, start, end));
        pen.write(Contract.SERIES, id, notice, contract -> {
            fill(contract, product, start, end);
            contract.with(Contract.NOTICE_GIVEN_ON, notice);
        });
        pen.write(
                ContractLine.SERIES,
                id + "-line",
                start,
                line -> line.with(ContractLine.CONTRACT, id)
                        .with(ContractLine.PRODUCT, product)
                        .with(ContractLine.QUANTITY, 1.0)
                        .with(ContractLine.UNIT_PRICE, arr)
                        .with(ContractLine.ARR, arr));
    }

    private static void fill(EntryBuilder contract, String product, LocalDate start, LocalDate end) {
        contract.with(Contract.START, start)
                .with(Contract.END, end)
                .with(Contract.SIGNED_ON, start)
                .with(Contract.OFFERING, product)
                .with(Contract.AUTO_RENEWS, false);
    }

    private void say(String kind, LocalDate on, String reason) {
        pen.write(
                Outcome.SERIES,
                profile.id(kind, on),
                on,
                outcome -> outcome.with(Outcome.KIND, kind).with(Outcome.REASON, reason));
    }
}
