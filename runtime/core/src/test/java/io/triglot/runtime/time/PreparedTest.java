package io.triglot.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PreparedTest {
  @Test
  void isMadeOnceBesideWhoeverNeedsIt() throws InterruptedException {
    AtomicInteger made = new AtomicInteger();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Prepared<Integer> prepared =
        Prepared.begin(
            () -> {
              begun.countDown();
              await(goOn);
              return made.incrementAndGet();
            });

    begun.await(); // it is being made without anybody asking
    goOn.countDown();

    assertThat(prepared.get()).isEqualTo(1);
    assertThat(prepared.get()).isEqualTo(1);
  }

  @Test
  void throwsWhatItsMakingThrew() {
    RuntimeException mistake = new IllegalStateException("mistake");
    Error error = new LinkageError("error");

    Prepared<String> mistaken =
        Prepared.begin(
            () -> {
              throw mistake;
            });
    Prepared<String> broken =
        Prepared.begin(
            () -> {
              throw error;
            });

    assertThatThrownBy(mistaken::get).isSameAs(mistake);
    assertThatThrownBy(broken::get).isSameAs(error);
  }

  @Test
  void waitsEvenIfInterruptedAndLeavesThatToBeSeen() {
    CountDownLatch goOn = new CountDownLatch(1);
    Prepared<String> prepared =
        Prepared.begin(
            () -> {
              await(goOn);
              return "made";
            });
    Thread asking = Thread.currentThread();
    asking.interrupt();
    new Thread(
            () -> {
              while (asking.isInterrupted()) {
                Thread.onSpinWait(); // until it waits, and takes note
              }
              goOn.countDown();
            })
        .start();

    assertThat(prepared.get()).isEqualTo("made");
    assertThat(Thread.interrupted()).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
