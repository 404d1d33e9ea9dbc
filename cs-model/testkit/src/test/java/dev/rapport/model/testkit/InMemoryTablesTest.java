package dev.rapport.model.testkit;

import dev.rapport.model.tables.BookTables;
import java.util.Map;

class InMemoryTablesTest extends BookTablesContract {

    @Override
    protected BookTables tables() {
        return BookTables.of(Map.of("customers.csv", "id,name\nacme,Acmé\n", "usage.csv", "customer,at,quantity\n"));
    }
}
