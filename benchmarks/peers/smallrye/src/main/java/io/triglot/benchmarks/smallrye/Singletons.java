package io.triglot.benchmarks.smallrye;

import io.smallrye.graphql.spi.LookupService;
import io.smallrye.graphql.spi.ManagedInstance;

/** Makes the shop's API in place of a CDI container: one instance, found without a look-up. */
public final class Singletons implements LookupService {
  private final ManagedInstance<?> api =
      new ManagedInstance<ShopApi>() {
        private final ShopApi instance = new ShopApi();

        @Override
        public ShopApi get() {
          return instance;
        }
      };

  @Override
  public String getName() {
    return "singletons";
  }

  @Override
  @SuppressWarnings("unchecked") // there is one class of an API
  public <T> ManagedInstance<T> getInstance(Class<T> type) {
    return (ManagedInstance<T>) api;
  }
}
