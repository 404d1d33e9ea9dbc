package dev.rapport.engagement.model;

import dev.rapport.model.money.RateTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What hours, tools and partners cost, in the currency of a book; what cannot be converted is not there. */
final class Prices {

    private final RoleRates rates;
    private final Map<String, BigDecimal> tools = new HashMap<>();
    private final Map<String, BigDecimal> fees = new HashMap<>();

    Prices(EngagementPolicy policy, RoleRates rates, CurrencyUnit currency, LocalDate date, RateTable table) {
        this.rates = rates;
        for (EngagementModel model : policy.models()) {
            table.convert(model.toolCostPerYear(), currency, date)
                    .ifPresent(cost -> tools.put(model.id(), cost.getAmount()));
            Money fee = model.partner().flatMap(PartnerTerms::feePerYear).orElse(Money.zero(currency));
            table.convert(fee, currency, date).ifPresent(cost -> fees.put(model.id(), cost.getAmount()));
        }
    }

    RoleRates rates() {
        return rates;
    }

    /** For a customer and year. */
    Optional<BigDecimal> tools(EngagementModel model) {
        return Optional.ofNullable(tools.get(model.id()));
    }

    /** What a partner gets for a customer and year beside the share; 0 where there is none. */
    Optional<BigDecimal> partnerFee(EngagementModel model) {
        return Optional.ofNullable(fees.get(model.id()));
    }
}
