package com.acme;

public record Date(int year) {}
