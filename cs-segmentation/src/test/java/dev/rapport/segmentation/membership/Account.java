package dev.rapport.segmentation.membership;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.book.ViewAdapter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A customer of these tests, as it is on one day. */
record Account(String id, @Nullable Integer euros, @Nullable String csm) {

    static final AttributeKey<Money> ARR = AttributeKey.money("arr");
    static final AttributeKey<String> OWNER = AttributeKey.text("owner.csm");

    private static final ViewAdapter<Account> ADAPTER = ViewAdapter.builder(Account::id)
            .attribute(ARR, account -> account.euros == null ? null : Money.of(CurrencyUnit.EUR, account.euros))
            .attribute(OWNER, Account::csm)
            .build();

    static Account of(String id, @Nullable Integer euros) {
        return new Account(id, euros, null);
    }

    static Book book(LocalDate date, Account... accounts) {
        return Facts.of(ADAPTER, List.of(accounts))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(date);
    }
}
