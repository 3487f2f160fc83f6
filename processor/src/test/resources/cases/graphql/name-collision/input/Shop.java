package com.acme;

import io.triglot.ApiOperation;
import io.triglot.runtime.OperationKind;
import java.time.LocalDate;

public class Shop {
  @ApiOperation(kind = OperationKind.QUERY)
  public ThingInput echo(Thing thing) {
    return new ThingInput(thing.text());
  }

  @ApiOperation(kind = OperationKind.QUERY)
  public ThingInput both(ThingInput thing) {
    return thing;
  }

  @ApiOperation(kind = OperationKind.QUERY)
  public Query searched() {
    return new Query("");
  }

  @ApiOperation(kind = OperationKind.QUERY)
  public Date day(LocalDate date) {
    return new Date(date.getYear());
  }
}
