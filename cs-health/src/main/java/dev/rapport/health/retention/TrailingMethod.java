package dev.rapport.health.retention;

import dev.rapport.health.estimate.Basis;
import dev.rapport.health.estimate.Estimate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Function;

/** Multiplies the rates of steps that follow each other. */
final class TrailingMethod {

    private TrailingMethod() {}

    static RetentionRates rates(List<ArrBridge> steps) {
        List<RetentionRates> rates = steps.stream().map(ArrBridge::rates).toList();
        RetentionRates last = rates.get(rates.size() - 1);
        ArrBridge closing = steps.get(steps.size() - 1);
        return RetentionRates.builder()
                .level(last.level())
                .method(RetentionMethod.TRAILING)
                .definition(last.definition())
                .since(rates.get(0).since())
                .to(last.to())
                .logo(product(rates, RetentionRates::logo))
                .gross(product(rates, RetentionRates::gross))
                .net(product(rates, RetentionRates::net))
                .pending(closing.pending())
                .pendingUnits((int) closing.changes().stream()
                        .filter(change -> change.pending().isPositive()
                                && !change.closing().isPositive())
                        .count())
                .build();
    }

    private static RetentionRate product(List<RetentionRates> steps, Function<RetentionRates, RetentionRate> part) {
        BigDecimal product = BigDecimal.ONE;
        Basis basis = part.apply(steps.get(0)).estimate().basis();
        Estimate none = new Estimate.NotEnoughData("a product of rates has no interval of its own", basis);
        for (RetentionRates step : steps) {
            RetentionRate rate = part.apply(step);
            if (rate.of().signum() == 0) {
                return new RetentionRate(BigDecimal.ZERO, BigDecimal.ZERO, none);
            }
            product = product.multiply(rate.kept(), MathContext.DECIMAL64).divide(rate.of(), MathContext.DECIMAL64);
        }
        return new RetentionRate(product, BigDecimal.ONE, none);
    }
}
